using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting.Parameters;

/// <summary>
/// The user secrets of an app host: a JSON object of flat keys, in the user's profile, readable by the user alone. Several app hosts may write
/// it at once, so a change happens under a lock file and by rename.
/// </summary>
internal sealed class UserSecretsFile(string userSecretsId)
{
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string _path = PathHelper.GetSecretsPathFromSecretsId(userSecretsId);

    /// <summary>The value of a key; one that is missing is made and kept, so that the next run has the same.</summary>
    /// <exception cref="DistributedApplicationException">The file is malformed, or stays locked.</exception>
    public string GetOrAdd(string key, Func<string> create)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using var @lock = Lock();
        var secrets = Read();
        if (secrets[key] is { } existing)
        {
            return existing is JsonValue text && text.TryGetValue<string>(out var known)
                ? known
                : throw new DistributedApplicationException($"The user secrets '{_path}' are wrong: the value of '{key}' is not a string. Correct it or delete it.");
        }

        var value = create();
        secrets[key] = value;
        Write(secrets);
        return value;
    }

    private JsonObject Read()
    {
        if (!File.Exists(_path))
        {
            return [];
        }

        try
        {
            var text = File.ReadAllText(_path);
            return string.IsNullOrWhiteSpace(text) ? []
                : JsonNode.Parse(text) as JsonObject
                ?? throw new JsonException("It holds something else.");
        }
        catch (JsonException e)
        {
            throw new DistributedApplicationException($"The user secrets '{_path}' are not a JSON object: {e.Message} Correct the file or delete it.", e);
        }
    }

    private void Write(JsonObject secrets)
    {
        var temporary = $"{_path}.{Environment.ProcessId}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(temporary, options))
        {
            writer.Write(secrets.ToJsonString(Indented));
        }

        File.Move(temporary, _path, overwrite: true);
    }

    private FileStream Lock()
    {
        var deadline = DateTime.UtcNow + LockTimeout;
        while (true)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(20));
            }
            catch (IOException e)
            {
                throw new DistributedApplicationException($"The user secrets '{_path}' stayed locked for {LockTimeout.TotalSeconds} s: another app host is writing them.", e);
            }
        }
    }
}
