using System.CommandLine;
using VoiceAssist.Autoscaling.Plant;
using VoiceAssist.Cli.Output;
using VoiceAssist.Cli.Pictures;
using VoiceAssist.Cli.Published;

namespace VoiceAssist.Cli.Simulate;

/// <summary>The arguments of every command that simulates.</summary>
internal sealed class SimulationOptions
{
    private readonly Argument<string?> _source = PublishedTree.SourceArgument();
    private readonly Option<string?> _files = new("--filename", "-f") { Description = "Manifests of your own: a file or a folder.", HelpName = "PATH" };
    private readonly Option<string?> _autoscaler = new("--autoscaler") { Description = "The autoscaler's name.", HelpName = "NAME" };
    private readonly Option<string?> _workload = new("--workload") { Description = "What it scales, in full or the last part of the name.", HelpName = "NAME" };
    private readonly Option<string> _load = new("--load") { HelpName = "LOAD", Description = $"What arrives: {GivenLoad.Forms}.", Required = true };
    private readonly Option<string> _arrivals = new("--arrivals") { Description = "poisson (at random, as real traffic) or even.", DefaultValueFactory = _ => "poisson", HelpName = "HOW" };
    private readonly Option<double> _cpuPerRequest = new("--cpu-per-request") { Description = "CPU seconds of a request, where requests arrive.", DefaultValueFactory = _ => SimulatedWorkload.CpuSecondsPerRequest, HelpName = "SECONDS" };
    private readonly Option<double> _jobTakes = new("--job-takes") { Description = "Seconds of a job, where jobs arrive.", DefaultValueFactory = _ => SimulatedWorkload.SecondsPerJob, HelpName = "SECONDS" };
    private readonly Option<string?> _time = new("--for") { Description = "How much time to simulate (default: 30m, 24h for daily, as long as a recording is).", HelpName = "TIME" };
    private readonly Option<int> _seed = new("--seed") { HelpName = "N", Description = "The same seed gives the same run.", DefaultValueFactory = _ => 1 };
    private readonly Option<string?> _picture = new("--picture") { Description = "Where to draw it: a file that ends in .svg or .png.", HelpName = "FILE" };
    private readonly GivenPlant _plant = new();
    private readonly GivenObjectives _objectives = new();

    public void AddTo(Command command)
    {
        _arrivals.AcceptOnlyFromAmong("poisson", "even");
        command.Add(_source);
        foreach (Option option in new Option[] { _files, _autoscaler, _workload, _load, _arrivals, _cpuPerRequest, _jobTakes, _time, _seed })
        {
            command.Add(option);
        }

        _plant.AddTo(command);
        _objectives.AddTo(command);
        command.Add(_picture);
        command.Add(PublishedTree.FolderOption);
        OutputForm.AddTo(command);
    }

    /// <summary>Where to draw; null for nowhere.</summary>
    /// <exception cref="UsageException">A file that cannot be a picture.</exception>
    public string? Picture(ParseResult parsed) => PictureFile.Check(parsed.GetValue(_picture));

    /// <exception cref="UsageException">Something is not allowed; the message says what is.</exception>
    public GivenSimulation Read(ParseResult parsed, Surroundings around)
    {
        TimeSpan? duration = parsed.GetValue(_time) is { } time ? GivenTime.Parse("--for", time, TimeSpan.FromMinutes(1)) : null;
        var load = GivenLoad.Parse(parsed.GetRequiredValue(_load), duration, around.Folder);
        var source = SimulatedSource.Read(parsed.GetValue(_source), parsed.GetValue(_files), parsed.GetValue(PublishedTree.FolderOption), around);
        var scaled = ScaledDeployment.Find(source.Name, source.Objects, parsed.GetValue(_autoscaler), parsed.GetValue(_workload));
        var arriving = parsed.GetValue(_arrivals) == "even" ? load.Load : load.Load.AsPoisson();
        var model = SimulatedWorkload.Model(scaled, arriving, load.Duration, source.ScrapeInterval);
        model = model with { Workloads = [model.Workloads[0] with { Service = Service(parsed, model.Workloads[0].Service) }] };
        var (placed, told) = _plant.Place(parsed, model, scaled, source);
        return new(scaled, load, placed, parsed.GetValue(_seed), _objectives.Read(parsed, load), told);
    }

    private ServiceModel Service(ParseResult parsed, ServiceModel service) => service is JobService
        ? SimulatedWorkload.Jobs(Seconds("--job-takes", parsed.GetValue(_jobTakes)))
        : new RequestService { CpuSecondsPerRequest = Seconds("--cpu-per-request", parsed.GetValue(_cpuPerRequest)) };

    private static double Seconds(string option, double given) => given is >= 0.0001 and <= 3600 ? given : throw new UsageException($"{option}: {given} is not allowed; give 0.0001 to 3600 seconds.");
}
