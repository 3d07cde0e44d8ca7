using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using StackExchange.Redis;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Actors;
using VoiceAssist.Jobs.Control;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.Jobs.Telemetry;
using VoiceAssist.Jobs.Tests.Telemetry;

namespace VoiceAssist.Jobs.Tests.Simulation;

/// <summary>Real Postgres and Redis, real actors, and a clock that the simulation moves.</summary>
internal sealed class SimulatedServers
{
    private readonly IDatabase _redis;
    private readonly JobIntake _intake;
    private readonly Actor[] _actors;
    private readonly HashSet<Guid> _succeeded = [];

    public SimulatedServers(NpgsqlDataSource database, RedisConnection redis, RetentionOptions retention)
    {
        Database = database;
        _redis = redis.Multiplexer.GetDatabase();
        Queue = new JobQueue(redis);
        Store = new JobStore(database);
        Control = new JobControl(database, Store, Queue, Time, NullLogger<JobControl>.Instance);
        _intake = new JobIntake(database);
        var (schema, worker, restorer) = (new Schema(), new WorkerIdentity(), new Restorer(new WaitingJobs(database), Queue));
        _actors =
        [
            new Recoverer(new ExpiredLeases(database), Queue, new JobHandlers([]), new JobTelemetry(new BareMeters()),
                Options.Create(new ProcessorOptions()), schema, Time, NullLogger<Recoverer>.Instance),
            new Forwarder(restorer, schema, Time, NullLogger<Forwarder>.Instance),
            new Sweeper(restorer, Queue, redis, worker, schema, Time, NullLogger<Sweeper>.Instance),
            new Janitor(new JobRetention(database), Queue, Options.Create(retention), worker, schema, Time, NullLogger<Janitor>.Instance),
        ];
    }

    public FakeTimeProvider Time { get; } = new(Tests.Store.JobRecord.Now);

    public NpgsqlDataSource Database { get; }

    public JobQueue Queue { get; }

    public JobStore Store { get; }

    public JobControl Control { get; }

    /// <summary>Every job that was accepted.</summary>
    public List<Guid> Accepted { get; } = [];

    public async Task SubmitAsync(int number, TimeSpan delay)
    {
        var now = Time.GetUtcNow();
        var job = new SubmittedJob(Guid.CreateVersion7(now), new NewJob
        {
            Kind = "kind",
            Payload = "{}",
            Priority = (JobPriority)(number % 2),
            DueAt = now + delay,
        }, now, default);
        await _intake.InsertAsync([job], CancellationToken.None);
        Accepted.Add(job.Id);

        // Now and then the gateway dies right here.
        if (job.DueAt == now && number % 5 > 0)
        {
            await Queue.EnqueueAsync([job.Waiting]);
        }
    }

    /// <summary>A job has its effect once, whoever believes to have run it.</summary>
    public void Succeeded(Guid job) => Assert.True(_succeeded.Add(job), $"Job {job} succeeded twice.");

    /// <summary>Everything in Redis is gone.</summary>
    public Task EmptyRedisAsync() => _redis.KeyDeleteAsync([QueueNames.Waiting(QueueNames.Default), .. Turns]);

    /// <summary>Lets time pass, and every actor act once.</summary>
    public async Task PassAsync(int seconds, IEnumerable<SimulatedWorker> workers)
    {
        Time.Advance(TimeSpan.FromSeconds(seconds));

        // Redis' own clock does not follow the simulated one: every turn is free again.
        await _redis.KeyDeleteAsync(Turns);
        foreach (var worker in workers)
        {
            await worker.HeartbeatAsync();
        }

        foreach (var actor in _actors)
        {
            await actor.TickAsync(CancellationToken.None);
        }
    }

    private static RedisKey[] Turns => [QueueNames.Turn(QueueNames.Default, "sweep"), QueueNames.Turn(QueueNames.Default, "janitor")];
}
