using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace VoiceAssist.Jobs.Queue;

/// <summary>
/// The one connection to Redis. It is opened in the background and opened again whenever it breaks;
/// a command on a broken connection fails at once instead of holding up a request.
/// </summary>
public sealed class RedisConnection : IHostedService, IAsyncDisposable
{
    /// <summary>How long one attempt to connect and one command may take, in ms. What the connection string says itself is kept.</summary>
    private const string Standards = "connectTimeout=2000,asyncTimeout=2000,syncTimeout=2000";

    /// <summary>Between two attempts.</summary>
    private const int RetryMilliseconds = 500;

    private readonly ConfigurationOptions _options;
    private readonly ILogger<RedisConnection> _logger;
    private Task<ConnectionMultiplexer>? _connecting;

    /// <exception cref="ArgumentException">The connection string is not in StackExchange.Redis' form.</exception>
    public RedisConnection(string connectionString, string clientName, ILoggerFactory loggers)
    {
        _logger = loggers.CreateLogger<RedisConnection>();
        _options = ConfigurationOptions.Parse($"{Standards},{connectionString}");
        _options.AbortOnConnectFail = false;
        _options.BacklogPolicy = BacklogPolicy.FailFast;
        _options.ClientName = clientName;
        _options.ReconnectRetryPolicy = new LinearRetry(RetryMilliseconds);
    }

    /// <summary>False until the first attempt to connect has ended, well or badly.</summary>
    public bool HasTried => _connecting?.IsCompleted == true;

    /// <summary>Given whenever the connection comes up.</summary>
    internal WakeUpHint Restored { get; } = new();

    /// <summary>The open connection.</summary>
    /// <exception cref="QueueUnavailableException">The first attempt to connect is still under way.</exception>
    public IConnectionMultiplexer Multiplexer => _connecting is { IsCompletedSuccessfully: true } connected
        ? connected.Result
        : throw new QueueUnavailableException("Redis is not connected yet.");

    /// <summary>Runs commands on the open connection.</summary>
    /// <exception cref="QueueUnavailableException">Redis is away or refuses.</exception>
    internal async Task<T> GuardedAsync<T>(Func<IDatabase, Task<T>> action)
    {
        try
        {
            return await action(Multiplexer.GetDatabase());
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            throw new QueueUnavailableException(string.Create(CultureInfo.InvariantCulture, $"Redis did not answer: {e.GetType().Name}."), e);
        }
    }

    /// <summary>
    /// Passes on a channel's messages from now on. Once is enough: while Redis is away the client keeps the handler, and subscribes
    /// when the connection comes up, the first time and after each loss.
    /// </summary>
    /// <exception cref="QueueUnavailableException">The first attempt to connect is still under way; nothing is kept.</exception>
    internal async Task SubscribeAsync(RedisChannel channel, Action<RedisValue> handle)
    {
        var subscriber = Multiplexer.GetSubscriber();
        try
        {
            await subscriber.SubscribeAsync(channel, (_, message) => handle(message));
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            _logger.LogDebug("Messages of {Channel} come once Redis answers: {Reason}", channel, e.GetType().Name);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _connecting = Task.Run(ConnectAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_connecting is not null)
        {
            await (await _connecting).DisposeAsync();
        }
    }

    private async Task<ConnectionMultiplexer> ConnectAsync()
    {
        var multiplexer = await ConnectionMultiplexer.ConnectAsync(_options);
        multiplexer.ConnectionFailed += (_, e) =>
        {
            if (e.ConnectionType == ConnectionType.Interactive)
            {
                _logger.LogWarning("Redis connection lost: {Failure}", e.FailureType);
            }
        };
        multiplexer.ConnectionRestored += (_, e) =>
        {
            if (e.ConnectionType == ConnectionType.Interactive)
            {
                _logger.LogInformation("Redis connection restored");
                Restored.Give();
            }
        };
        if (!multiplexer.IsConnected)
        {
            _logger.LogWarning("Redis cannot be reached yet; jobs are accepted and wait in Postgres");
        }

        Restored.Give();
        return multiplexer;
    }
}
