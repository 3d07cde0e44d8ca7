using System.Globalization;

namespace Aspire.Hosting.Dcp;

/// <summary>The running processes, read from /proc. Elsewhere than on Linux it is empty, and callers do without.</summary>
internal static class ProcessTable
{
    private const string Root = "/proc";

    /// <summary>Processes with a text in their command line that no other process can have by chance.</summary>
    public static IReadOnlyList<ProcessIdentity> FindByCommandLine(string text) => FindBy("cmdline", text);

    /// <summary>Processes with a text in the environment they were started with that no other process can have by chance.</summary>
    /// <param name="text">The text.</param>
    /// <param name="program">The name of their program (its first 15 characters); null: any.</param>
    public static IReadOnlyList<ProcessIdentity> FindByEnvironment(string text, string? program = null)
    {
        var found = FindBy("environ", text);
        return program is null ? found : [.. found.Where(process => TryRead(process.Pid, "comm")?.TrimEnd('\n') == program)];
    }

    /// <summary>A process and everything that descends from it at this moment, ancestors first.</summary>
    public static IReadOnlyList<ProcessIdentity> FindTree(int rootPid)
    {
        var all = All().ToList();
        var tree = all.Where(stat => stat.Identity.Pid == rootPid).ToList();
        for (var i = 0; i < tree.Count; i++)
        {
            tree.AddRange(all.Where(stat => stat.ParentPid == tree[i].Identity.Pid));
        }

        return [.. tree.Select(stat => stat.Identity)];
    }

    /// <summary>Null if there is no such process.</summary>
    public static ProcessStat? ReadStat(int pid) => TryRead(pid, "stat") is { } text ? ParseStat(text) : null;

    /// <remarks>
    /// <c>6894 (sh) S 6841 6841 6841 0 -1 4194304 81 309 1 1 0 0 0 0 20 0 1 0 57226 2654208 ...</c>: pid, name (which may hold
    /// blanks and parentheses), state, parent, ..., start ticks as 22nd field (proc_pid_stat(5)).
    /// </remarks>
    internal static ProcessStat? ParseStat(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.LastIndexOf(')');
        if (open < 0 || close < open)
        {
            return null;
        }

        var afterName = text[(close + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return afterName.Length > 19
            && int.TryParse(text.AsSpan(0, open).Trim(), CultureInfo.InvariantCulture, out var pid)
            && int.TryParse(afterName[1], CultureInfo.InvariantCulture, out var parent)
            && long.TryParse(afterName[19], CultureInfo.InvariantCulture, out var startTicks)
            ? new ProcessStat(new ProcessIdentity(pid, startTicks), parent, afterName[0] is "Z" or "X")
            : null;
    }

    private static IEnumerable<ProcessStat> All() =>
        Directory.Exists(Root)
            ? Directory.EnumerateDirectories(Root)
                .Select(directory => int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid) ? ReadStat(pid) : null)
                .OfType<ProcessStat>()
            : [];

    private static IReadOnlyList<ProcessIdentity> FindBy(string file, string text) =>
        [.. All()
            .Where(stat => !stat.IsZombie
                && stat.Identity.Pid != Environment.ProcessId
                && TryRead(stat.Identity.Pid, file)?.Contains(text, StringComparison.Ordinal) is true)
            .Select(stat => stat.Identity)];

    private static string? TryRead(int pid, string file)
    {
        try
        {
            return File.ReadAllText($"{Root}/{pid}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
