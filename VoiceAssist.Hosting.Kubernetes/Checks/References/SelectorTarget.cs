using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Checks.References;

/// <summary>A selector of an object, and what it picks.</summary>
/// <param name="Planned">The object.</param>
/// <param name="Field">Which of its selectors.</param>
/// <param name="Selector">The selector as text.</param>
/// <param name="Wanted">What it should pick: pods, a Service.</param>
/// <param name="Here">What it picks.</param>
/// <param name="Elsewhere">What it would pick in other namespaces.</param>
/// <param name="One">Whether it must pick exactly one.</param>
internal sealed record SelectorTarget(
    PlannedObject Planned,
    string Field,
    string Selector,
    string Wanted,
    IReadOnlyList<PlannedObject> Here,
    IReadOnlyList<PlannedObject> Elsewhere,
    bool One);
