using System.ComponentModel.DataAnnotations;

namespace VoiceAssist.Worker.Listening.OpenAi;

/// <summary>Section <c>Speech:OpenAi</c>.</summary>
internal sealed class OpenAiOptions
{
    /// <summary>Where the interface begins, for example <c>https://api.openai.com</c> or <c>http://whisper:8000</c>; <c>/v1/audio/transcriptions</c> is appended.</summary>
    /// <value>None: the engine is not used.</value>
    public Uri? BaseUrl { get; set; }

    /// <summary>Sent as a bearer token when there is one. A secret: give it by <c>Speech__OpenAi__ApiKey</c>.</summary>
    public string? ApiKey { get; set; }

    /// <value><c>whisper-1</c>.</value>
    [Required]
    public string Model { get; set; } = "whisper-1";

    /// <summary>How long one attempt may take.</summary>
    /// <value>20 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
