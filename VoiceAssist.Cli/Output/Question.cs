namespace VoiceAssist.Cli.Output;

/// <summary>Asks a person, where there is one.</summary>
internal static class Question
{
    /// <returns>Whether the answer was yes.</returns>
    /// <exception cref="UsageException">Nobody can answer; the message says which option answers instead.</exception>
    public static async Task<bool> ConfirmAsync(string question, string otherwise, Surroundings around, CancellationToken cancel) =>
        await AskAsync($"{question} [y/N] ", otherwise, around, cancel) is "y" or "Y" or "yes";

    /// <summary>As <see cref="ConfirmAsync"/>, for any answer.</summary>
    public static async Task<string> AskAsync(string question, string otherwise, Surroundings around, CancellationToken cancel)
    {
        if (!around.IsInteractive)
        {
            throw new UsageException(otherwise);
        }

        await around.Output.WriteAsync(question);
        await around.Output.FlushAsync(cancel);

        // A console's read cannot be cancelled; Ctrl+C must end the wait all the same.
        return (await Task.Run(around.Input.ReadLine, cancel).WaitAsync(cancel))?.Trim() ?? "";
    }
}
