using System.Globalization;
using System.Reflection;

namespace VoiceAssist.Jobs.Store;

/// <summary>The migrations that this build knows, read from files named like <c>0001_jobs.sql</c>.</summary>
public static class MigrationCatalog
{
    private const string Folder = "migrations/";

    /// <summary>All of them in order of version.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load(typeof(MigrationCatalog).Assembly);

    private static List<Migration> Load(Assembly assembly) =>
        Ordered(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Parse(name[Folder.Length..], Read(assembly, name))));

    /// <exception cref="InvalidOperationException">A version is missing or there twice.</exception>
    internal static List<Migration> Ordered(IEnumerable<Migration> migrations)
    {
        var ordered = migrations.OrderBy(migration => migration.Version).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            if (ordered[i].Version != i + 1)
            {
                throw new InvalidOperationException(
                    $"Migrations must be numbered 1, 2, 3, ... without a gap, but number {i + 1} is {ordered[i].Version:0000}_{ordered[i].Name}.");
            }
        }

        return ordered;
    }

    /// <exception cref="InvalidOperationException">The file is not named <c>NNNN_name.sql</c>.</exception>
    internal static Migration Parse(string fileName, string sql)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        var separator = stem.IndexOf('_', StringComparison.Ordinal);
        return separator == 4
            && int.TryParse(stem[..separator], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            && stem.Length > separator + 1
            ? new Migration(version, stem[(separator + 1)..], sql)
            : throw new InvalidOperationException($"A migration's file must be named like 0001_jobs.sql, but one is '{fileName}'.");
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
