using System.Net.Http.Headers;
using k8s.Authentication;

namespace VoiceAssist.Cli.Cluster;

/// <summary>A bearer token from a file that somebody else renews: read again each minute, and the last one kept where that fails, as client-go does.</summary>
// The library's TokenFileAuth fails for good once the file cannot be read for a moment.
internal sealed class TokenFile : ITokenProvider
{
    private const int LargestToken = 64 << 10;
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private (string Token, long Read) _last;

    private TokenFile(string path, TimeProvider time) => (_path, _time, _last) = (path, time, (Read(path), time.GetTimestamp()));

    /// <param name="path">The file.</param>
    /// <param name="place">Where it is named, for errors.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="UsageException">It cannot be read, or holds no token.</exception>
    public static TokenFile Open(string path, string place, TimeProvider time)
    {
        try
        {
            return new(path, time);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{place}: {e.Message}");
        }
    }

    public Task<AuthenticationHeaderValue> GetAuthenticationHeaderAsync(CancellationToken cancellationToken)
    {
        if (_time.GetElapsedTime(_last.Read) >= Period)
        {
            _last = (Again(), _time.GetTimestamp());
        }

        return Task.FromResult(new AuthenticationHeaderValue("Bearer", _last.Token));
    }

    private string Again()
    {
        try
        {
            return Read(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return _last.Token;
        }
    }

    private static string Read(string path)
    {
        var token = new FileInfo(path).Length <= LargestToken ? File.ReadAllText(path).Trim() : "";
        return token.Length > 0 ? token : throw new IOException($"'{path}' is empty or larger than {LargestToken >> 10} KiB, so it holds no token.");
    }
}
