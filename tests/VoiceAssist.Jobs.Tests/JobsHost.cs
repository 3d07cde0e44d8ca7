using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Control;
using VoiceAssist.Jobs.Following;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.Jobs.Store;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Jobs.Tests;

/// <summary>The jobs' half of a gateway or of a worker, in this process, on real servers.</summary>
internal sealed class JobsHost : IAsyncDisposable
{
    private readonly IHost _host;

    private JobsHost(IHost host) => _host = host;

    public JobStore Store => _host.Services.GetRequiredService<JobStore>();

    public JobSubmitter Submitter => _host.Services.GetRequiredService<JobSubmitter>();

    public JobControl Control => _host.Services.GetRequiredService<JobControl>();

    public JobFollower Follower => _host.Services.GetRequiredService<JobFollower>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Submits jobs; its schema is applied.</summary>
    public static async Task<JobsHost> GatewayAsync(string postgres, string redis)
    {
        var host = await StartAsync(postgres, redis, builder => builder.AddJobSubmission());
        await host.Get<Schema>().WhenAppliedAsync(CancellationToken.None);
        var connection = host.Get<Jobs.Queue.RedisConnection>();
        await Eventually.BeAsync("the first attempt to reach Redis has ended", () => Task.FromResult(connection.HasTried));
        return host;
    }

    /// <summary>Runs jobs with the handlers given.</summary>
    public static Task<JobsHost> WorkerAsync(string postgres, string redis, params IJobHandler[] handlers) =>
        WorkerAsync(postgres, redis, ShutdownBudget.InFlight, handlers);

    /// <summary>Runs jobs; at its stop they get the budget.</summary>
    public static Task<JobsHost> WorkerAsync(string postgres, string redis, TimeSpan finishBudget, params IJobHandler[] handlers) =>
        WorkerAsync(postgres, redis, options => options.FinishBudget = finishBudget, handlers);

    /// <summary>Runs jobs with options of its own.</summary>
    public static Task<JobsHost> WorkerAsync(string postgres, string redis, Action<ProcessorOptions> configure, params IJobHandler[] handlers) =>
        StartAsync(postgres, redis, builder =>
        {
            builder.AddJobProcessing();
            builder.Services.Configure(configure);
            foreach (var handler in handlers)
            {
                builder.Services.AddSingleton(handler);
            }
        });

    /// <summary>Submits a job.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> SubmitAsync(string kind, string payload = "{}") =>
        (await Submitter.SubmitAsync(new NewJob { Kind = kind, Payload = payload }, CancellationToken.None)).Job.Id;

    /// <summary>Waits until a job has reached a state.</summary>
    public Task<JobView> SeeAsync(Guid id, JobState state) => Eventually.SeeAsync(
        string.Create(CultureInfo.InvariantCulture, $"job {id} is {state}"),
        async () => await Store.FindAsync(id, CancellationToken.None) is { } job && job.State == state ? job : null);

    public Task StopAsync() => _host.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    private static async Task<JobsHost> StartAsync(string postgres, string redis, Action<HostApplicationBuilder> add)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "jobs-tests" });
        builder.Configuration.AddInMemoryCollection(
        [
            new($"ConnectionStrings:{ConnectionNames.Postgres}", postgres),
            new($"ConnectionStrings:{ConnectionNames.Redis}", redis),
        ]);
        add(builder);
        var host = builder.Build();
        await host.StartAsync();
        return new JobsHost(host);
    }
}
