namespace VoiceAssist.AppHost.Rehearsal;

/// <summary>The autoscalers of a rehearsal as a resource of the dashboard: its log says what they decide and why.</summary>
internal sealed class AutoscalerResource(string name) : Resource(name);
