using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace VoiceAssist.Worker.Speaking;

/// <summary>Runs a program that reads text and writes bytes, within limits. It sees nothing of this process' environment, where secrets are.</summary>
internal static class BoundedProgram
{
    private const int MaxProblemLength = 200;

    /// <returns>What it wrote.</returns>
    /// <param name="file">The executable's path.</param>
    /// <param name="arguments">Handed over as they are; no shell is involved.</param>
    /// <param name="input">Written to its standard input as UTF-8.</param>
    /// <param name="maxOutput">Bytes that it may write.</param>
    /// <param name="timeLimit">How long it may take.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <exception cref="InvalidOperationException">It cannot be started, fails, writes too much or takes too long; then it is killed.</exception>
    public static async Task<byte[]> RunAsync(
        string file, IReadOnlyList<string> arguments, string input, int maxOutput, TimeSpan timeLimit, CancellationToken cancellationToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var process = Start(file, arguments);
        limited.CancelAfter(timeLimit);
        try
        {
            var problem = ReadProblemAsync(process.StandardError, limited.Token);
            var output = ReadAsync(process.StandardOutput.BaseStream, file, maxOutput, limited.Token);
            await WriteAsync(process.StandardInput, input, limited.Token);
            var written = await output;
            await process.WaitForExitAsync(limited.Token);
            return process.ExitCode == 0
                ? written
                : throw new InvalidOperationException($"'{file}' failed with exit code {process.ExitCode}: {await problem}");
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"'{file}' took longer than {timeLimit.TotalSeconds:0.#} s and was killed.", e);
        }
        finally
        {
            Kill(process);
        }
    }

    private static Process Start(string file, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        start.Environment.Clear();
        start.Environment["LANG"] = "C.UTF-8";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"'{file}' cannot be started: {e.Message}", e);
        }
    }

    private static async Task WriteAsync(StreamWriter to, string text, CancellationToken cancellationToken)
    {
        try
        {
            await to.WriteAsync(text.AsMemory(), cancellationToken);
            to.Close();
        }
        catch (IOException)
        {
            // It does not want to read; its exit code says whether that is a problem.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream from, string file, int maxLength, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await from.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (read.Length + length > maxLength)
            {
                throw new InvalidOperationException($"'{file}' wrote more than {maxLength} bytes and was killed.");
            }

            read.Write(buffer, 0, length);
        }

        return read.ToArray();
    }

    private static async Task<string> ReadProblemAsync(StreamReader from, CancellationToken cancellationToken)
    {
        // Read to the end, or the program waits for the pipe; kept is the start.
        var text = new char[MaxProblemLength];
        var kept = await from.ReadBlockAsync(text, cancellationToken);
        var rest = new char[4_096];
        while (await from.ReadAsync(rest, cancellationToken) > 0)
        {
        }

        return new string(text, 0, kept).Trim();
    }

    private static void Kill(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
    }
}
