using System.Collections.Concurrent;
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
internal sealed class SimulatedServers : IDisposable
{
    private const int MaxCalls = 32;

    private readonly IDatabase _redis;
    private readonly JobIntake _intake;
    private readonly JobSubmitter _submitter;
    private readonly Actor[] _actors;
    private readonly ConcurrentDictionary<Guid, int> _succeeded = new();

    /// <summary>Calls that may go on at the same time; the clock takes them all.</summary>
    private readonly SemaphoreSlim _calls = new(MaxCalls);

    public SimulatedServers(NpgsqlDataSource database, RedisConnection redis, RetentionOptions retention)
    {
        Database = database;
        _redis = redis.Multiplexer.GetDatabase();
        Queue = new JobQueue(redis);
        Store = new JobStore(database);
        Control = new JobControl(database, Store, Queue, Time, NullLogger<JobControl>.Instance);
        _intake = new JobIntake(database);
        var figures = new QueueFigures(Time);
        _submitter = new JobSubmitter(_intake, Store, Queue, new Admission(figures, Options.Create(new AdmissionOptions()), Time), Time, NullLogger<JobSubmitter>.Instance);
        Schema.MarkApplied();
        var (schema, worker, waiting) = (Schema, new WorkerIdentity(), new WaitingJobs(database));
        var restorer = new Restorer(waiting, Queue);
        _actors =
        [
            new Recoverer(new ExpiredLeases(database), Queue, new JobHandlers([]), new JobTelemetry(new BareMeters()),
                Options.Create(new ProcessorOptions()), schema, Time, NullLogger<Recoverer>.Instance),
            new Forwarder(restorer, schema, Time, NullLogger<Forwarder>.Instance),
            new Sweeper(restorer, Queue, redis, worker, schema, Time, NullLogger<Sweeper>.Instance),
            new QueueMonitor(Queue, waiting, figures, schema, Time, NullLogger<QueueMonitor>.Instance),
            new Janitor(new JobRetention(database), Queue, Options.Create(retention), worker, schema, Time, NullLogger<Janitor>.Instance),
        ];
    }

    public FakeTimeProvider Time { get; } = new(Tests.Store.JobRecord.Now);

    public Schema Schema { get; } = new();

    public NpgsqlDataSource Database { get; }

    public JobQueue Queue { get; }

    public JobStore Store { get; }

    public JobControl Control { get; }

    /// <summary>Every job that was accepted.</summary>
    public List<Guid> Accepted { get; } = [];

    public async Task SubmitAsync(int number, TimeSpan delay)
    {
        var now = Time.GetUtcNow();
        var job = new NewJob { Kind = "kind", Payload = "{}", Priority = (JobPriority)(number % 2), DueAt = now + delay };
        if (number % 5 > 0)
        {
            Accepted.Add((await _submitter.SubmitAsync(job, CancellationToken.None)).Job.Id);
        }
        else
        {
            // The gateway dies right after the commit.
            var submitted = new SubmittedJob(JobId.At(now), job, now, default);
            await _intake.InsertAsync([submitted], CancellationToken.None);
            Accepted.Add(submitted.Id);
        }
    }

    /// <summary>Makes a call to the servers; the clock stands still meanwhile, as it nearly does for a call that lasts milliseconds.</summary>
    public async Task<T> AtOneTimeAsync<T>(Func<Task<T>> call)
    {
        await _calls.WaitAsync();
        try
        {
            return await call();
        }
        finally
        {
            _calls.Release();
        }
    }

    /// <summary>Notes whose ends were written.</summary>
    public void Closed(IReadOnlyDictionary<Guid, JobState> closed)
    {
        foreach (var (job, state) in closed)
        {
            if (state == JobState.Succeeded)
            {
                _succeeded.AddOrUpdate(job, 1, (_, times) => times + 1);
            }
        }
    }

    /// <summary>A job has its effect once, whoever believes to have run it.</summary>
    public void CheckEffects() => Assert.DoesNotContain(_succeeded, job => job.Value > 1);

    /// <summary>Everything in Redis is gone.</summary>
    public Task EmptyRedisAsync() => _redis.KeyDeleteAsync([QueueNames.Waiting(QueueNames.Default), .. Turns]);

    /// <summary>Lets time pass, and every actor act once.</summary>
    public async Task PassAsync(int seconds, IEnumerable<SimulatedWorker> workers)
    {
        for (var i = 0; i < MaxCalls; i++)
        {
            await _calls.WaitAsync();
        }

        Time.Advance(TimeSpan.FromSeconds(seconds));
        _calls.Release(MaxCalls);

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

    public void Dispose() => _calls.Dispose();

    private static RedisKey[] Turns => [QueueNames.Turn(QueueNames.Default, "sweep"), QueueNames.Turn(QueueNames.Default, "janitor")];
}
