using System.CommandLine;
using System.CommandLine.Invocation;

namespace VoiceAssist.Cli;

/// <summary>The program without its process: arguments in, texts and an exit code out.</summary>
internal static class CommandLine
{
    /// <summary>After Ctrl+C: what a command started must be gone before it goes itself. The library would end it after two seconds.</summary>
    private static readonly TimeSpan CleanUpTime = TimeSpan.FromMinutes(1);

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel) =>
        RunAsync(args, new() { Output = output, Error = error }, cancel);

    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Surroundings around, CancellationToken cancel)
    {
        var parsed = Root(around).Parse(args);
        try
        {
            // The library's own handling would end with 1, which here means that something is not so.
            if ((parsed.Action is ParseErrorAction || parsed.Action == parsed.CommandResult.Command.Action) && CommandErrors.Of(parsed) is { } errors)
            {
                throw new UsageException(errors);
            }

            var configuration = new InvocationConfiguration { Output = around.Output, Error = around.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = CleanUpTime };
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (UsageException wrong)
        {
            await around.Error.WriteLineAsync(wrong.Message);
            return ExitCodes.WrongUsage;
        }
        catch (FailureException failed)
        {
            await around.Error.WriteLineAsync(failed.Message);
            return ExitCodes.NotMet;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }

    /// <summary>All commands.</summary>
    public static RootCommand Root(Surroundings around) => new("Sets up, verifies, watches, explains, tunes and rolls back autoscaling in Kubernetes.")
    {
        Setup.SetupCommand.Create(around),
        Rollback.RollbackCommand.Create(around),
        History.HistoryCommand.Create(around),
        Status.StatusCommand.Create(around),
        Explain.ExplainCommand.Create(around),
        Verify.VerifyCommand.Create(around),
        LoadTest.TestCommand.Create(around),
        LoadTest.Sending.LoadCommand.Create(around),
        Simulate.SimulateCommand.Create(around),
        WhatIf.WhatIfCommand.Create(around),
        Plan.PlanCommand.Create(around),
        Advise.AdviseCommand.Create(around),
        Recommend.RecommendCommand.Create(around),
        Completion.CompletionCommand.Create(around),
    };
}
