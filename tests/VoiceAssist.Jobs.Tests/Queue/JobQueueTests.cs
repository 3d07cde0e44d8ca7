using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Queue;
using VoiceAssist.Jobs.Store;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;

namespace VoiceAssist.Jobs.Tests.Queue;

public class JobQueueTests(SharedRedis servers) : IClassFixture<SharedRedis>
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Jobs_come_out_in_the_order_in_which_they_are_due(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);
        var jobs = Enumerable.Range(0, 10).Select(i => Job(i)).ToArray();

        await queue.EnqueueAsync([jobs[7], jobs[1], jobs[9]]);
        await queue.EnqueueAsync([jobs[0], jobs[8]]);

        Assert.Equal([jobs[0].Id, jobs[1].Id], await TakeAsync(queue, 2));
        Assert.Equal([jobs[7].Id, jobs[8].Id, jobs[9].Id], await TakeAsync(queue, 100));
        Assert.Empty(await TakeAsync(queue, 1));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Every_interactive_job_comes_out_before_any_batch_job(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);

        await queue.EnqueueAsync([Job(1, JobPriority.Batch), Job(3), Job(0, JobPriority.Batch), Job(2)]);

        Assert.Equal([Job(2).Id, Job(3).Id, Job(0).Id, Job(1).Id], await TakeAsync(queue, 10));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task The_oldest_job_is_seen_whatever_its_priority(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);
        Assert.Equal((0L, null), await queue.LookAsync());

        await queue.EnqueueAsync([Job(5), Job(3, JobPriority.Batch)]);
        Assert.Equal((2L, Job(3).DueAt), await queue.LookAsync());

        await queue.EnqueueAsync([Job(1)]);
        Assert.Equal((3L, Job(1).DueAt), await queue.LookAsync());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task What_is_put_back_returns_to_its_place(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);
        await queue.EnqueueAsync([Job(1), Job(2), Job(3)]);

        await queue.PutBackAsync(await queue.TakeAsync(2));

        Assert.Equal([Job(1).Id, Job(2).Id, Job(3).Id], await TakeAsync(queue, 10));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task A_job_that_is_there_is_not_doubled(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);

        Assert.Equal(2, await queue.EnqueueAsync([Job(1), Job(2)]));
        Assert.Equal(1, await queue.EnqueueAsync([Job(1), Job(2), Job(3)]));

        Assert.Equal(3, (await queue.LookAsync()).Depth);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Takers_at_the_same_time_never_get_the_same_job(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);
        await queue.EnqueueAsync([.. Enumerable.Range(0, 500).Select(Job)]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => TakeAsync(queue, 5)));

        Assert.Equal(500, taken.SelectMany(ids => ids).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task What_is_no_job_is_dropped(RedisFlavor flavor)
    {
        var server = await servers.EmptyAsync(flavor);
        await using var connection = await ConnectAsync(server);
        var queue = new JobQueue(connection);
        await server.WithConnectionAsync(other =>
            other.GetDatabase().SortedSetAddAsync(QueueNames.Waiting(QueueNames.Default), "rubbish", 0));
        await queue.EnqueueAsync([Job(1)]);

        Assert.Equal([Job(1).Id], await TakeAsync(queue, 5));
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task One_worker_gets_the_turn(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);

        var turns = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => queue.TakeTurnAsync("sweep", $"worker {i}", TimeSpan.FromMinutes(1))));

        Assert.Single(turns, turn => turn);
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task An_enqueue_wakes_who_sleeps(RedisFlavor flavor)
    {
        await using var connection = await ConnectAsync(await servers.EmptyAsync(flavor));
        var queue = new JobQueue(connection);
        var hint = new WakeUpHint();
        await queue.OnWakeUpAsync(hint);
        var next = hint.Next;

        // A hint may be lost: the next one comes with the next job.
        await Eventually.BeAsync("the hint comes", async () =>
        {
            await queue.EnqueueAsync([Job(1)]);
            return next.IsCompleted;
        });
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Who_subscribes_while_the_server_is_away_need_not_do_it_again(RedisFlavor flavor)
    {
        await using var server = await RedisServer.StartAsync(flavor);
        await using var connection = await ConnectAsync(server);
        var (queue, hint) = (new JobQueue(connection), new WakeUpHint());
        await server.KillAsync();
        await Eventually.BeAsync("the client has noticed", () => Task.FromResult(!connection.Multiplexer.IsConnected));

        await queue.OnWakeUpAsync(hint);
        var next = hint.Next;
        await server.ResumeAsync();

        await Eventually.BeAsync("the hint comes", async () =>
        {
            await connection.Multiplexer.GetDatabase().PublishAsync(RedisChannel.Literal(QueueNames.WakeUp(QueueNames.Default)), "", CommandFlags.FireAndForget);
            return next.IsCompleted;
        });
    }

    [Theory]
    [MemberData(nameof(RedisFlavors.All), MemberType = typeof(RedisFlavors))]
    public async Task Without_a_server_every_command_fails_and_with_it_works_again(RedisFlavor flavor)
    {
        await using var server = await RedisServer.StartAsync(flavor);
        await using var connection = await ConnectAsync(server);
        var queue = new JobQueue(connection);
        await server.KillAsync();

        await Assert.ThrowsAsync<QueueUnavailableException>(() => queue.EnqueueAsync([Job(1)]));

        var restored = connection.Restored.Next;
        await server.ResumeAsync();
        await restored.WaitAsync(Eventually.Deadline);
        Assert.Equal(1, await queue.EnqueueAsync([Job(1)]));
    }

    [Fact]
    public async Task A_connection_that_was_never_made_fails_at_once()
    {
        await using var connection = new RedisConnection($"127.0.0.1:{Loopback.FreePort()}", "tests", NullLoggerFactory.Instance);

        await Assert.ThrowsAsync<QueueUnavailableException>(() => new JobQueue(connection).LookAsync());
    }

    private static WaitingJob Job(int number) => Job(number, JobPriority.Interactive);

    private static WaitingJob Job(int number, JobPriority priority) =>
        new(new Guid(number, 0, 0, new byte[8]), priority, Now.AddMilliseconds(number));

    private static async Task<Guid[]> TakeAsync(JobQueue queue, int count) => Array.ConvertAll(await queue.TakeAsync(count), job => job.Id);

    private static async Task<RedisConnection> ConnectAsync(RedisServer server)
    {
        var connection = new RedisConnection(server.ConnectionString, "tests", NullLoggerFactory.Instance);
        await connection.StartAsync(CancellationToken.None);
        await Eventually.BeAsync("the client is connected", () => Task.FromResult(connection is { HasTried: true, Multiplexer.IsConnected: true }));
        return connection;
    }
}
