using System.Net.Http.Headers;
using VoiceAssist.Jobs.Audio;

namespace VoiceAssist.Gateway.Tests.Jobs.Submitting;

/// <summary>WAV files, and how clients send them.</summary>
internal static class Recordings
{
    /// <summary>Bytes that, once sent, outlast two minutes of silence: the server asks for 8,000 a second on average.</summary>
    public const int Patient = 1_000_000;

    private const int HeaderBytes = 44;

    /// <summary>A recording of so many bytes, which must be even, at 16 kHz.</summary>
    public static byte[] OfLength(int bytes) => WaveFile.Write(16_000, Enumerable.Range(0, (bytes - HeaderBytes) / 2).Select(i => (short)i).ToArray());

    public static ByteArrayContent AsBody(byte[] recording, string type = "audio/wav") =>
        new(recording) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };

    public static MultipartFormDataContent AsForm(byte[] recording, string fileName = "command.wav", string type = "audio/wav")
    {
        var form = new MultipartFormDataContent();
        form.Add(AsBody(recording, type), "file", fileName);
        return form;
    }

    public static MultipartFormDataContent With(this MultipartFormDataContent form, string field, string value)
    {
        form.Add(new StringContent(value), field);
        return form;
    }
}
