using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

/// <summary>A change to the <see cref="Shop"/> and what a check says of it.</summary>
/// <param name="Id">The check.</param>
/// <param name="What">The change, in words.</param>
/// <param name="Found">A part of what is found in prod; null: nothing is.</param>
internal sealed record CheckCase(string Id, string What, string? Found)
{
    /// <summary>Changes what the app host says.</summary>
    public Func<EnvironmentContext, EnvironmentContext>? Model { get; init; }

    /// <summary>Changes what was planned.</summary>
    public Func<EnvironmentPlan, EnvironmentPlan>? Plan { get; init; }

    public IReadOnlyList<EnvironmentPlan> Plans() => Shop.Plans(Model, Plan);

    public override string ToString() => $"{Id} {What}";
}
