using Spectre.Console;
using Spectre.Console.Rendering;

namespace VoiceAssist.Cli.Output;

/// <summary>Prints for people: tables with lines and colours in a terminal, plain lines where the output goes elsewhere.</summary>
internal sealed class Terminal(Surroundings around)
{
    private IAnsiConsole? _console;

    public bool IsRich => around.IsTerminal;

    public IAnsiConsole Console => _console ??= AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Detect,
        // https://no-color.org: set and not empty.
        ColorSystem = around.Variable("NO_COLOR") is { Length: > 0 } ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        Out = new AnsiConsoleOutput(around.Output),
        Interactive = around.IsInteractive ? InteractionSupport.Yes : InteractionSupport.No,
    });

    public void Line(string text = "", Tone tone = Tone.Plain)
    {
        if (IsRich)
        {
            Console.Write(new Text(text, Style(tone)));
            Console.WriteLine();
        }
        else
        {
            around.Output.WriteLine(text);
        }
    }

    public void Table(TextTable table)
    {
        if (table.Rows.Count == 0)
        {
            return;
        }

        if (IsRich)
        {
            Console.Write(Rich(table));
            return;
        }

        foreach (var line in table.ToLines())
        {
            around.Output.WriteLine(line);
        }
    }

    /// <summary>The table as the library draws it.</summary>
    public static IRenderable Rich(TextTable table)
    {
        var rich = new Table { Border = TableBorder.Rounded };
        if (table.Title is { } title)
        {
            rich.Title = new TableTitle(Markup.Escape(title));
        }

        foreach (var heading in table.Headings)
        {
            rich.AddColumn(new TableColumn(new Text(heading, new Style(decoration: Decoration.Bold))));
        }

        foreach (var row in table.Rows)
        {
            rich.AddRow(row.Select(c => new Text(c.Text, Style(c.Tone))));
        }

        return rich;
    }

    private static Style Style(Tone tone) => tone switch
    {
        Tone.Good => new(Color.Green),
        Tone.Notable => new(Color.Yellow),
        Tone.Bad => new(Color.Red),
        Tone.Quiet => new(Color.Grey),
        _ => Spectre.Console.Style.Plain,
    };
}
