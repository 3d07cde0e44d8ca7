using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>Who goes first. Within one priority the job goes first that has been due longest.</summary>
[JsonConverter(typeof(NamedEnumConverter<JobPriority>))]
public enum JobPriority
{
    /// <summary>Somebody waits for the answer.</summary>
    [JsonStringEnumMemberName("interactive")]
    Interactive,

    /// <summary>Nobody does; it runs when no interactive job waits.</summary>
    [JsonStringEnumMemberName("batch")]
    Batch,
}
