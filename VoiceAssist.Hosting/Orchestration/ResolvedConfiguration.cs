namespace Aspire.Hosting.Orchestration;

/// <summary>What a program is started with.</summary>
/// <param name="Environment">Name and value of each variable, in the order in which the model set them.</param>
/// <param name="Arguments">The arguments.</param>
internal sealed record ResolvedConfiguration(IReadOnlyList<KeyValuePair<string, string>> Environment, IReadOnlyList<ResolvedArgument> Arguments);
