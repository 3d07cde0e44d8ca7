using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using VoiceAssist.Cli.Cluster;
using VoiceAssist.Cli.Output;

namespace VoiceAssist.Cli.Status;

/// <summary>Shows a namespace's status once, or again and again.</summary>
internal sealed class StatusView(StatusReader reader, string space, Surroundings around, bool asJson)
{
    private readonly Terminal _terminal = new(around);

    public async Task<int> ShowAsync(CancellationToken cancel)
    {
        var report = await reader.ReadAsync(space, cancel);
        Print(report);
        return report.Works ? ExitCodes.Met : ExitCodes.NotMet;
    }

    /// <summary>Ends only by interruption. A connection that breaks is said and tried again.</summary>
    public async Task<int> WatchAsync(TimeSpan pause, CancellationToken cancel)
    {
        if (!_terminal.IsRich || asJson)
        {
            while (true)
            {
                if (await TryReadAsync(cancel) is { } report)
                {
                    Print(report);
                }

                await Task.Delay(pause, around.Time, cancel);
            }
        }

        await _terminal.Console.Live(new Text("Reading ...")).StartAsync(async live =>
        {
            while (true)
            {
                if (await TryReadAsync(cancel) is { } report)
                {
                    live.UpdateTarget(new Rows([new Text(Heading(report)), .. Tables(report)]));
                    live.Refresh();
                }

                await Task.Delay(pause, around.Time, cancel);
            }
        });
        return ExitCodes.Interrupted;
    }

    private static string Heading(StatusReport report) =>
        string.Create(CultureInfo.InvariantCulture, $"{report.Namespace} in {report.Context}, {report.At:yyyy-MM-dd HH:mm:ss}Z");

    private static IEnumerable<IRenderable> Tables(StatusReport report) => StatusTables.Of(report).Where(t => t.Rows.Count > 0).Select(Terminal.Rich);

    private async Task<StatusReport?> TryReadAsync(CancellationToken cancel)
    {
        try
        {
            return await reader.ReadAsync(space, cancel);
        }
        catch (UnreachableException broken)
        {
            await around.Error.WriteLineAsync($"{broken.Message}; trying again.");
            return null;
        }
    }

    private void Print(StatusReport report)
    {
        if (asJson)
        {
            around.Output.WriteLine(JsonText.Of(report));
            return;
        }

        _terminal.Line(Heading(report));
        if (report.Workloads.Count == 0)
        {
            _terminal.Line($"There is no HorizontalPodAutoscaler in namespace {space}.", Tone.Notable);
        }

        foreach (var table in StatusTables.Of(report).Where(t => t.Rows.Count > 0))
        {
            _terminal.Line();
            _terminal.Table(table);
        }
    }
}
