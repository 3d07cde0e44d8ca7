namespace VoiceAssist.Cli.Completion;

/// <summary>What a shell has to read so that it completes commands, options, environments and contexts; each asks the command itself.</summary>
internal static class CompletionScripts
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # source <(voiceassist completion bash)
            _voiceassist() {
              local word=${COMP_LINE:0:COMP_POINT} found
              COMPREPLY=()
              # What holds the word further on is suggested, too; a shell completes beginnings.
              while read -r found; do
                [[ $found != "${word##* }"* ]] || COMPREPLY+=("$found")
              done < <(voiceassist "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            }
            complete -o default -F _voiceassist voiceassist
            """,
        ["zsh"] = """
            #compdef voiceassist
            # source <(voiceassist completion zsh)
            (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
            _voiceassist() {
              local -a found
              found=(${(f)"$(voiceassist "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)"})
              if (( $#found )); then compadd -- $found; else _files; fi
            }
            compdef _voiceassist voiceassist
            """,
        ["pwsh"] = """
            # voiceassist completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName voiceassist -ScriptBlock {
              param($word, $line, $position)
              # The line comes without the space at its end.
              voiceassist "[suggest:$position]" "$line".PadRight($position) | Where-Object { $_.StartsWith("$word") } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };
}
