namespace VoiceAssist.Gateway.Limits;

/// <summary>Requests that are few at a time in one process because each holds on to something. Metadata of an endpoint.</summary>
/// <param name="Name">For the client to read: too many of these.</param>
/// <param name="Permits">How many at a time.</param>
internal sealed record Crowd(string Name, int Permits)
{
    /// <summary>Each is held in memory until it is committed, 10 MiB at the most, and the smallest gateway is given 256 MiB.</summary>
    public static readonly Crowd Recordings = new("recordings", 8);

    /// <summary>Each looks into the database now and then.</summary>
    public static readonly Crowd EventStreams = new("streams of events", 500);
}
