using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.Hosting.Kubernetes.Planning;
using VoiceAssist.Hosting.Kubernetes.Publishing;
using VoiceAssist.Hosting.Kubernetes.Reading;
using VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

// With an operation it is the sample app's host; with a number it measures planning and rendering in this process, that many times.
if (args is not [var count] || !int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var runs))
{
    var host = DistributedApplication.CreateBuilder(args);
    SampleModel.Build(host);
    host.AddKubernetesManifests("shop", SampleModel.Cluster);
    host.Build().Run();
    return;
}

var builder = DistributedApplication.CreateBuilder(["--operation", "publish", "--step", "publish"]);
SampleModel.Build(builder);
builder.AddKubernetesManifests("shop", SampleModel.Cluster);
await using var app = builder.Build();
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
