using Npgsql;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Store;

/// <summary>A database of its own with the current schema, and what every test of the record does with it.</summary>
internal sealed class JobRecord : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private JobRecord(NpgsqlDataSource database) => Database = database;

    public NpgsqlDataSource Database { get; }

    public JobStore Store => new(Database);

    public JobIntake Intake => new(Database);

    public JobClaims Claims => new(Database);

    public JobClosings Closings => new(Database);

    /// <param name="postgres">Where.</param>
    /// <param name="settings">Of the connections, as in a connection string.</param>
    public static async Task<JobRecord> CreateAsync(SharedPostgres postgres, string settings = "")
    {
        var record = new JobRecord(NpgsqlDataSource.Create($"{await postgres.CreateDatabaseAsync()};{settings}"));
        await new Migrator(record.Database, MigrationCatalog.All).ApplyAsync(CancellationToken.None);
        return record;
    }

    public async Task<Guid> AddAsync(DateTimeOffset at, Func<NewJob, NewJob>? change = null)
    {
        var asked = new NewJob { Kind = "kind", Payload = """{"a":1}""" };
        var job = new SubmittedJob(JobId.At(at), change?.Invoke(asked) ?? asked, at, new("00-parent", "vendor=1"));
        await Intake.InsertAsync([job], CancellationToken.None);
        return job.Id;
    }

    public async Task<ClaimedJob> ClaimAsync(Guid id, DateTimeOffset? at = null, string worker = "worker") =>
        Assert.Single(await Claims.ClaimAsync([id], worker, at ?? Now, Lease, CancellationToken.None));

    /// <returns>Where the job stands now; null when nothing was written.</returns>
    public async Task<JobState?> CloseAsync(Closing closing, string worker = "worker") =>
        (await Closings.CloseAsync([closing], worker, closing.At, CancellationToken.None)).TryGetValue(closing.Job.Id, out var state) ? state : null;

    public async Task<JobView> FindAsync(Guid id) => (await Store.FindAsync(id, CancellationToken.None))!;

    public async Task<IEnumerable<(JobState State, int Attempt, string? Detail)>> HistoryAsync(Guid id) =>
        (await Store.FindHistoryAsync(id, CancellationToken.None))!.Select(change => (change.State, change.Attempt, change.Detail));

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
