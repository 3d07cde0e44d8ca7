namespace VoiceAssist.Cli.WhatIf;

/// <summary>A field of an autoscaler that was changed in memory.</summary>
/// <param name="Path">Below <c>spec</c>, as it was given.</param>
/// <param name="Before">As text; null where it was not set.</param>
/// <param name="After">As text; null where it was taken away.</param>
internal sealed record ChangedField(string Path, string? Before, string? After)
{
    public override string ToString() => $"{Path}: {Before ?? "not set"} -> {After ?? "not set"}";
}
