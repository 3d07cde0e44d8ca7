using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Reading;

// Plans and renders the app host's own model, every environment of it, in this process: as many times as the argument says, a line each with
// milliseconds of planning, of rendering, files and characters. bench/publish.mjs reads them.
if (args is not [var count] || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var runs))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project bench/VoiceAssist.PublishBench -- RUNS");
    return 2;
}

await using var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.VoiceAssist_AppHost>(["--operation", "publish", "--step", "publish"]);
await using var app = await builder.BuildAsync();
var reader = new ModelReader(app.Services.GetRequiredService<DistributedApplicationModel>(), builder.ExecutionContext);
var planner = new EnvironmentPlanner(Planners.All);
for (var run = 0; run < runs; run++)
{
    var begin = Stopwatch.GetTimestamp();
    EnvironmentPlan[] plans = [.. (await reader.ReadAsync(CancellationToken.None)).Select(planner.Plan)];
    var planned = Stopwatch.GetElapsedTime(begin);
    var files = PublishedTree.Of(plans);
    var all = Stopwatch.GetElapsedTime(begin);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{planned.TotalMilliseconds:0.000} {(all - planned).TotalMilliseconds:0.000} {files.Count} {files.Values.Sum(f => f.Length)}"));
}

return 0;
