using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

/// <summary>Adds Redis servers.</summary>
public static class RedisBuilderExtensions
{
    private const string Registry = "docker.io";
    private const string Image = "library/redis";
    private const string Tag = "8.6";

    /// <summary>Adds a Redis container.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name, and that of the connection string.</param>
    /// <param name="port">The port clients use; null: chosen when the app starts.</param>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port) =>
        builder.AddRedis(name, port, password: null);

    /// <summary>Adds a Redis container.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="name">The resource's name, and that of the connection string.</param>
    /// <param name="port">The port clients use; null: chosen when the app starts.</param>
    /// <param name="password">The password; null: generated.</param>
    public static IResourceBuilder<RedisResource> AddRedis(this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? password = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        // A comma would end the password in StackExchange.Redis' connection strings, so no special characters.
        var passwordParameter = password?.Resource
            ?? ParameterResourceBuilderExtensions.CreateDefaultPasswordParameter(builder, $"{name}-password", special: false);
        var redis = new RedisResource(name, passwordParameter);
        var healthCheckKey = $"{name}_check";
        builder.Services.AddHealthChecks().Add(new(healthCheckKey, _ => new RedisHealthCheck(redis), failureStatus: null, tags: null));
        return builder.AddResource(redis)
            .WithEndpoint(port: port, targetPort: RedisResource.ServerPort, scheme: "redis", name: RedisResource.PrimaryEndpointName)
            .WithImage(Image, Tag)
            .WithImageRegistry(Registry)
            .WithIconName("Database")
            .WithHealthCheck(healthCheckKey)
            .WithEntrypoint("/bin/sh")
            .WithEnvironment(context => context.EnvironmentVariables["REDIS_PASSWORD"] = passwordParameter)

            // The shell puts the password in, so that it stands neither in a manifest's arguments nor in the container's.
            .WithArgs(context =>
            {
                // When the app runs, the arguments are joined late, so that others can add theirs; a manifest has the finished command.
                // A shell that stays in front, as process 1, would keep the signal to stop from Redis: every stop would take the runtime's 10 s.
                var command = Command(redis);
                AddTo(context.Args, context.ExecutionContext.IsRunMode ? ["exec", .. command] : ["-c", string.Join(' ', command)]);
            });
    }

    /// <summary>Keeps the data in a volume.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume's name; null: made of the app's and the resource's.</param>
    /// <param name="isReadOnly">Whether the server may only read it.</param>
    public static IResourceBuilder<RedisResource> WithDataVolume(this IResourceBuilder<RedisResource> builder, string? name = null, bool isReadOnly = false)
    {
        builder.WithVolume(name ?? VolumeNameGenerator.Generate(builder, "data"), "/data", isReadOnly);
        return isReadOnly ? builder : builder.WithPersistence();
    }

    /// <summary>Saves the data to disk.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="interval">How often. Default: 60 s.</param>
    /// <param name="keysChangedThreshold">If at least so many keys have changed. Default: 1.</param>
    public static IResourceBuilder<RedisResource> WithPersistence(this IResourceBuilder<RedisResource> builder, TimeSpan? interval = null, long keysChangedThreshold = 1) =>
        builder.WithAnnotation(new RedisPersistenceAnnotation(interval ?? TimeSpan.FromSeconds(60), keysChangedThreshold), ResourceAnnotationMutationBehavior.Replace);

    private static List<string> Command(RedisResource redis)
    {
        List<string> command = redis.PasswordParameter is null ? ["redis-server"] : ["redis-server", "--requirepass", "$REDIS_PASSWORD"];
        if (redis.TryGetLastAnnotation<RedisPersistenceAnnotation>(out var persistence))
        {
            command.AddRange(
            [
                "--save",
                persistence.Interval.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                persistence.KeysChangedThreshold.ToString(CultureInfo.InvariantCulture),
            ]);
        }

        return command;
    }

    private static void AddTo(IList<object> arguments, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            arguments.Add(value);
        }
    }
}
