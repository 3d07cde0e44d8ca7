using System.Diagnostics;

namespace VoiceAssist.Jobs.Telemetry;

/// <summary>A span's place in W3C form (https://www.w3.org/TR/trace-context/), as it travels with a job.</summary>
/// <param name="Parent">The header <c>traceparent</c>.</param>
/// <param name="State">The header <c>tracestate</c>.</param>
public readonly record struct TraceContext(string? Parent, string? State)
{
    /// <summary>What the recommendation asks everybody to carry; a longer state comes from outside and is left behind.</summary>
    private const int MaxStateLength = 512;

    public static TraceContext Of(Activity? activity) =>
        activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id }
            ? new TraceContext(id, activity.TraceStateString is { Length: <= MaxStateLength } state ? state : null)
            : default;

    /// <returns>The context to hang a span on; the default, which starts a trace of its own, when there is none.</returns>
    public ActivityContext ToActivityContext() =>
        ActivityContext.TryParse(Parent, State, isRemote: true, out var context) ? context : default;
}
