using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

namespace VoiceAssist.Jobs.Tests.Chaos;

/// <summary>Worker processes of which one is killed again and again, and replaced.</summary>
internal sealed class ChaosCrew(string postgres, RedisServer redis, Random random) : IAsyncDisposable
{
    private readonly List<Workload> _workers = [];

    public int Kills { get; private set; }

    public int Count => _workers.Count;

    public async Task HireAsync() => _workers.Add(await Workload.StartAsync("VoiceAssist.TestWorker", postgres, redis.ConnectionString,
        new Dictionary<string, string?>
        {
            ["Jobs__Lease"] = "00:00:02",
            ["Jobs__Concurrency"] = "16",

            // On a busy machine leases may end without a kill; how many a job survives is another test's.
            ["Jobs__MaxCrashes"] = "1000",
            ["Logging__LogLevel__Default"] = "Error",
        }));

    /// <summary>Kills one with SIGKILL; it says goodbye to nobody.</summary>
    public async Task KillOneAsync()
    {
        var victim = _workers[random.Next(_workers.Count)];
        _workers.Remove(victim);
        await victim.DisposeAsync();
        Kills++;
    }

    /// <summary>What the workers have complained about.</summary>
    public string Output => string.Join('\n', _workers.Select(worker => worker.Output));

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }
    }
}
