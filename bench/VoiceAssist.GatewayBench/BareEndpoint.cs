using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using VoiceAssist.Contracts;

namespace VoiceAssist.GatewayBench;

/// <summary>The least that could accept a job: parse the body, insert one row, answer. No key, no limits, no metrics, no Redis.</summary>
internal static class BareEndpoint
{
    private const string Table = "create table if not exists bare (id uuid primary key, payload jsonb not null, created_at timestamptz not null default now())";

    /// <summary>Npgsql's own pipelining: commands of many callers share a few connections, as many as the gateway has.</summary>
    private const string Pipelined = "Multiplexing=true;Maximum Pool Size=4;Max Auto Prepare=20";

    public static async Task RunAsync(string address, string connectionString)
    {
        await using var database = NpgsqlDataSource.Create($"{connectionString};{Pipelined}");
        await using (var create = database.CreateCommand(Table))
        {
            await create.ExecuteNonQueryAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapPost(EndpointPaths.Jobs, (HttpContext context) => InsertAsync(context, database));
        app.MapGet(EndpointPaths.Health, () => Results.Ok());
        await app.RunAsync();
    }

    private static async Task InsertAsync(HttpContext context, NpgsqlDataSource database)
    {
        var submission = await JsonSerializer.DeserializeAsync(context.Request.Body, ContractJson.Default.JobSubmission);
        var id = Guid.CreateVersion7();
        await using var insert = database.CreateCommand("insert into bare (id, payload) values ($1, $2)");
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        insert.Parameters.Add(new NpgsqlParameter
        {
            Value = JsonSerializer.Serialize(new CommandPayload(submission!.Text!), ContractJson.Default.CommandPayload),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        });
        await insert.ExecuteNonQueryAsync();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = $"{EndpointPaths.Jobs}/{id}";
        await context.Response.WriteAsJsonAsync(
            new JobView { Id = id, Kind = JobKinds.Command, State = JobState.Queued, CreatedAt = DateTimeOffset.UtcNow, Attempts = 0 },
            ContractJson.Default.JobView);
    }
}
