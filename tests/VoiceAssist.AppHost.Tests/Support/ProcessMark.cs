using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>Finds all processes that descend from one, also those whose parents are gone: they inherit a variable of the environment (Linux).</summary>
internal sealed class ProcessMark
{
    public const string Variable = "VOICEASSIST_TEST_MARK";

    public string Value { get; } = Guid.NewGuid().ToString("N");

    /// <param name="program">Only processes of this program.</param>
    public IReadOnlyList<int> Find(string? program = null) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
            .Where(pid => IsMarked(pid) && (program is null || Describe(pid).Contains(program, StringComparison.Ordinal))),
    ];

    /// <summary>A process' id and command line.</summary>
    public static string Describe(int pid) => $"{pid} {Read(pid, "cmdline").Replace('\0', ' ')}";

    /// <summary>Kills what is left.</summary>
    public void KillAll()
    {
        foreach (var pid in Find())
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                process.Kill();
            }
            catch (ArgumentException)
            {
                // Gone by now.
            }
        }
    }

    private bool IsMarked(int pid) => Read(pid, "environ").Split('\0').Contains($"{Variable}={Value}");

    private static string Read(int pid, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{pid}/{file}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone, or somebody else's.
            return "";
        }
    }
}
