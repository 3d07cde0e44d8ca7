using System.CommandLine;

namespace VoiceAssist.Cli.Output;

/// <summary>Whether a command answers with text or JSON: <c>--output text|json</c>, or <c>--json</c> for short.</summary>
internal static class OutputForm
{
    private static readonly Option<string> Form = Create();
    private static readonly Option<bool> Short = new("--json") { Description = "The same as --output json." };

    public static void AddTo(Command command)
    {
        command.Add(Form);
        command.Add(Short);
    }

    public static bool IsJson(ParseResult parsed) => parsed.GetValue(Short) || parsed.GetValue(Form) == "json";

    private static Option<string> Create()
    {
        var form = new Option<string>("--output", "-o") { Description = "text or json.", DefaultValueFactory = _ => "text", HelpName = "FORM" };
        form.AcceptOnlyFromAmong("text", "json");
        return form;
    }
}
