using System.Globalization;
using System.Text.Json;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Store;

/// <summary>
/// A job's history as the column <c>jobs.history</c> holds it, for example
/// <c>[{"at": "2026-03-01T12:00:00.0000000Z", "state": "running"}, {"at": "...", "state": "queued", "detail": "..."}]</c>.
/// The acceptance is not in it: <c>created_at</c> says that, and most jobs are spared an entry.
/// </summary>
internal static class JobHistory
{
    /// <returns>One entry, JSON text.</returns>
    public static string Entry(DateTimeOffset at, JobState state, string? detail = null)
    {
        var moment = at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return detail is null
            ? $$"""{"at":"{{moment}}","state":"{{JobStateText.Of(state)}}"}"""
            : $$"""{"at":"{{moment}}","state":"{{JobStateText.Of(state)}}","detail":"{{JsonEncodedText.Encode(detail)}}"}""";
    }

    public static List<JobEvent> Parse(DateTimeOffset createdAt, string history)
    {
        var events = new List<JobEvent> { new(1, createdAt, JobState.Queued, 0, null) };
        using var document = JsonDocument.Parse(history);
        var attempt = 0;
        foreach (var entry in document.RootElement.EnumerateArray())
        {
            var state = JobStateText.Parse(entry.GetProperty("state").GetString()!);
            attempt += state == JobState.Running ? 1 : 0;
            events.Add(new JobEvent(events.Count + 1, entry.GetProperty("at").GetDateTimeOffset(), state, attempt,
                entry.TryGetProperty("detail", out var detail) ? detail.GetString() : null));
        }

        return events;
    }
}
