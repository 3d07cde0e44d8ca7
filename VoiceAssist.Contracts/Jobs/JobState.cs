using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>Where a job stands. <see cref="Succeeded"/> and <see cref="Failed"/> are final.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobState>))]
public enum JobState
{
    /// <summary>Accepted and waiting for a worker.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>A worker has claimed it.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Done; the job has a result.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Given up; the job has a reason.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
