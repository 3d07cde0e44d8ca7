using System.CommandLine;
using System.CommandLine.Parsing;

namespace VoiceAssist.Cli;

/// <summary>What is wrong with a line of arguments, in the words of all other errors: where, what was given, what is allowed.</summary>
internal static class CommandErrors
{
    /// <returns>Null where nothing is wrong.</returns>
    public static string? Of(ParseResult parsed)
    {
        // Where an argument is due, the library takes an option that it does not know for it.
        string[] errors = Unknown(parsed.CommandResult) is { } unknown
            ? [$"Option '{unknown}' is not known."]
            : [.. parsed.Errors.Select(Text).Distinct()];
        return errors.Length == 0 ? null : $"{string.Join(Environment.NewLine, errors)} See '{Path(parsed.CommandResult)} --help'.";
    }

    private static string? Unknown(CommandResult command) =>
        command.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).FirstOrDefault(v => v.StartsWith("--", StringComparison.Ordinal));

    private static string Text(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens: [var given, ..] } option when Allowed(option.Option.ValueType) is { } allowed => $"{option.Option.Name}: '{given.Value}' is not allowed; give {allowed}.",
        ArgumentResult { Tokens: [var given, ..] } argument when Allowed(argument.Argument.ValueType) is { } allowed => $"{Name(argument)}: '{given.Value}' is not allowed; give {allowed}.",
        _ => error.Message,
    };

    private static string? Allowed(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } names => string.Join(" or ", Enum.GetNames(names).Select(n => n.ToLowerInvariant())),
        var number when number == typeof(int) => "a whole number",
        var number when number == typeof(double) => "a number",
        _ => null,
    };

    private static string Name(ArgumentResult argument) => argument.Parent is OptionResult option ? option.Option.Name : argument.Argument.Name;

    private static string Path(CommandResult command) => command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "voiceassist";
}
