namespace VoiceAssist.Cli.Completion;

/// <summary>What a shell has to read so that it completes commands, options, environments and contexts; each asks the command itself.</summary>
internal static class CompletionScripts
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # source <(voiceassist completion bash)
            _voiceassist() {
              mapfile -t COMPREPLY < <(voiceassist "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
            }
            complete -o default -F _voiceassist voiceassist
            """,
        ["zsh"] = """
            #compdef voiceassist
            # source <(voiceassist completion zsh)
            _voiceassist() {
              local -a found
              found=("${(@f)$(voiceassist "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
              compadd -- $found || _files
            }
            compdef _voiceassist voiceassist
            """,
        ["pwsh"] = """
            # voiceassist completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName voiceassist -ScriptBlock {
              param($word, $line, $position)
              voiceassist "[suggest:$position]" "$line" | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """,
    };
}
