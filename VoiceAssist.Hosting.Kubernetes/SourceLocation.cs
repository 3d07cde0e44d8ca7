namespace VoiceAssist.Hosting.Kubernetes;

/// <summary>Where in the app host a policy was written.</summary>
/// <param name="File">The source file.</param>
/// <param name="Line">The line, from 1.</param>
public readonly record struct SourceLocation(string File, int Line)
{
    /// <summary><c>Program.cs:31</c>; the directory is left out, so that what is published does not depend on where the checkout is.</summary>
    public override string ToString() => File is null ? "(unknown)" : $"{Path.GetFileName(File.Replace('\\', '/'))}:{Line}";
}
