using System.CommandLine;
using System.CommandLine.Invocation;

namespace VoiceAssist.Cli;

/// <summary>The program without its process: arguments in, texts and an exit code out.</summary>
internal static class CommandLine
{
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var parsed = new RootCommand("Answers questions about VoiceAssist's autoscaling.") { SimulateCommand.Create() }.Parse(args);
        try
        {
            // The library's own handling would end with 1, which here means that a verdict is not met.
            if (parsed.Action is ParseErrorAction)
            {
                throw new UsageException(string.Join(Environment.NewLine, parsed.Errors.Select(e => e.Message)) + " See --help.");
            }

            var configuration = new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(configuration, cancel);
        }
        catch (UsageException wrong)
        {
            await error.WriteLineAsync(wrong.Message);
            return ExitCodes.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }
    }
}
