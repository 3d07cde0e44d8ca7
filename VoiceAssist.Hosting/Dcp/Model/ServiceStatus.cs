namespace Aspire.Hosting.Dcp.Model;

/// <summary>The address that clients connect to.</summary>
internal sealed record ServiceStatus
{
    /// <summary>One of <see cref="ServiceStates"/>.</summary>
    public string? State { get; init; }

    public string? EffectiveAddress { get; init; }

    public int? EffectivePort { get; init; }
}
