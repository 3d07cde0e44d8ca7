using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Store;

public class MigrationCatalogTests
{
    [Fact]
    public void This_build_knows_its_migrations_in_order() =>
        Assert.Equal(
            ["1 jobs", "2 leases_retries_history", "3 idempotency", "4 job_files", "5 jobs_of_client"],
            MigrationCatalog.All.Select(migration => $"{migration.Version} {migration.Name}"));

    [Fact]
    public void Migrations_are_ordered_by_version_not_by_name() =>
        Assert.Equal([1, 2, 3], MigrationCatalog.Ordered([Numbered(3, "a"), Numbered(1, "c"), Numbered(2, "b")]).Select(migration => migration.Version));

    [Theory]
    [InlineData(new[] { 1, 3 }, "number 2 is 0003")]
    [InlineData(new[] { 1, 1 }, "number 2 is 0001")]
    [InlineData(new[] { 2 }, "number 1 is 0002")]
    public void A_gap_or_a_version_used_twice_is_refused(int[] versions, string message)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => MigrationCatalog.Ordered(versions.Select(version => Numbered(version, "x"))));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0001_jobs.sql", 1, "jobs")]
    [InlineData("0120_add_lease.sql", 120, "add_lease")]
    public void A_file_name_says_version_and_name(string file, int version, string name) =>
        Assert.Equal(new Migration(version, name, "select 1"), MigrationCatalog.Parse(file, "select 1"));

    [Theory]
    [InlineData("jobs.sql")]
    [InlineData("1_jobs.sql")]
    [InlineData("-001_jobs.sql")]
    [InlineData("0001_.sql")]
    [InlineData("0001jobs.sql")]
    public void A_file_named_otherwise_is_refused(string file)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => MigrationCatalog.Parse(file, ""));

        Assert.Contains($"'{file}'", refused.Message, StringComparison.Ordinal);
    }

    private static Migration Numbered(int version, string name) => new(version, name, "");
}
