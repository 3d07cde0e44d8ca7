namespace Aspire.Hosting.Publishing;

/// <summary>Where a publish reports: progress to one writer, the reason of a failure to the other.</summary>
internal sealed class PublishConsole(TextWriter output, TextWriter error)
{
    public static PublishConsole ForProcess() => new(Console.Out, Console.Error);

    public void Line(string text) => output.WriteLine(text);

    public void Error(string text) => error.WriteLine(text);
}
