using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace VoiceAssist.Jobs.Store;

/// <summary>How the workloads connect to Postgres. What the connection string says itself is kept.</summary>
internal static class DatabaseConnection
{
    /// <summary>
    /// Connections of one process. In a cluster Postgres admits 200: production grows to 15 gateways and 8 workers, and during a rollout at
    /// the peak as many as 39 of these pods may be there, those still ending included.
    /// </summary>
    public const int PoolSize = 4;

    /// <summary>Seconds until a connection attempt counts as failed.</summary>
    public const int ConnectSeconds = 5;

    /// <summary>Seconds until a statement counts as failed; all of ours take milliseconds.</summary>
    public const int CommandSeconds = 10;

    /// <summary>
    /// Every statement of ours looks rows up by an index, a few hundred at most. Of a table that has just been filled Postgres has no
    /// statistics, and would read all of it instead; compiling such a statement takes longer than running it.
    /// </summary>
    public const string PlannerOptions = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c jit=off";

    /// <exception cref="ArgumentException">The connection string is not in Npgsql's form.</exception>
    public static NpgsqlDataSource Open(string connectionString, string applicationName, ILoggerFactory loggers)
    {
        var builder = new NpgsqlDataSourceBuilder(WithDefaults(connectionString, applicationName)).UseLoggerFactory(loggers);

        // Npgsql's metrics carry the name as a label; without one that is the connection string.
        builder.Name = builder.ConnectionStringBuilder.ApplicationName;

        // Actors look into the database all the time; only what belongs to a request or a job is worth a span.
        builder.ConfigureTracing(tracing => tracing
            .ConfigureCommandFilter(_ => Activity.Current is { Recorded: true })
            .ConfigureBatchFilter(_ => Activity.Current is { Recorded: true }));
        return builder.Build();
    }

    internal static string WithDefaults(string connectionString, string applicationName)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        SetUnlessGiven("Maximum Pool Size", PoolSize);
        SetUnlessGiven("Timeout", ConnectSeconds);
        SetUnlessGiven("Command Timeout", CommandSeconds);
        SetUnlessGiven("Max Auto Prepare", 20);
        SetUnlessGiven("Application Name", applicationName);
        SetUnlessGiven("Options", PlannerOptions);
        return settings.ConnectionString;

        void SetUnlessGiven(string keyword, object value)
        {
            if (!settings.ShouldSerialize(keyword))
            {
                settings[keyword] = value;
            }
        }
    }
}
