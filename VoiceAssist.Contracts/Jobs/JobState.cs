using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>Where a job stands. <see cref="Succeeded"/>, <see cref="Failed"/> and <see cref="Cancelled"/> are final.</summary>
[JsonConverter(typeof(NamedEnumConverter<JobState>))]
public enum JobState
{
    /// <summary>Accepted and waiting: for a worker, or for the moment when it is due.</summary>
    [JsonStringEnumMemberName("queued")]
    Queued,

    /// <summary>A worker has claimed it.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>Done; the job has a result.</summary>
    [JsonStringEnumMemberName("succeeded")]
    Succeeded,

    /// <summary>Given up; the job has a reason. It is a dead letter: it can be replayed until its retention is over.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>Called off by the client before it was done.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
