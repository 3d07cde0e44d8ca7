namespace VoiceAssist.TestCluster.Serving;

/// <summary>A request as it came.</summary>
/// <param name="Method">For example PATCH.</param>
/// <param name="Path">Without the query.</param>
/// <param name="Query">With its question mark; empty for none.</param>
/// <param name="Body">The body; empty for none.</param>
public sealed record RecordedRequest(string Method, string Path, string Query, string Body)
{
    /// <summary>Whether it would change something.</summary>
    public bool IsWrite => Method != "GET" && !Query.Contains("dryRun=All", StringComparison.Ordinal) && !Path.Contains("selfsubjectaccessreviews", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}{Query}";
}
