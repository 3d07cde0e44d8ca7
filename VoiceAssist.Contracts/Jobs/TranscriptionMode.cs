using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>What a recording is expected to hold.</summary>
[JsonConverter(typeof(NamedEnumConverter<TranscriptionMode>))]
public enum TranscriptionMode
{
    /// <summary>One of the commands that the assistant knows; recognised far more reliably than free speech.</summary>
    [JsonStringEnumMemberName("grammar")]
    Grammar,

    /// <summary>Free speech.</summary>
    [JsonStringEnumMemberName("dictation")]
    Dictation,
}
