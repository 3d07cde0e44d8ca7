using System.CommandLine;
using System.Globalization;
using VoiceAssist.Autoscaling.Quantities;
using VoiceAssist.Cli.LoadTest.Generation;
using VoiceAssist.Cli.LoadTest.Running;

namespace VoiceAssist.Cli.LoadTest;

/// <summary>The options that say what load is sent, for how long, and what is expected.</summary>
internal sealed class TestArguments
{
    private const double DefaultRate = 300;

    private readonly Argument<TestScope> _scope = new("WHAT") { HelpName = "WHAT", Description = "api, worker or all.", DefaultValueFactory = _ => TestScope.All };
    private readonly Option<string> _time = new("--for") { Description = "How long the load lasts.", DefaultValueFactory = _ => "10m", HelpName = "TIME" };
    private readonly Option<string> _coolDown = new("--cool-down") { Description = "How long it watches afterwards.", DefaultValueFactory = _ => "5m", HelpName = "TIME" };
    private readonly Option<double> _rate = new("--rate") { HelpName = "N", Description = "Requests per second on the gateway.", DefaultValueFactory = _ => DefaultRate };
    private readonly Option<double?> _jobRate;
    private readonly Option<string?> _load = new("--load") { Description = $"The gateway's load in {LoadProfile.Forms}.", HelpName = "STAGES" };
    private readonly Option<string?> _jobLoad = new("--job-load") { Description = "The worker's load, in the same form.", HelpName = "STAGES" };
    private readonly Option<string?> _maxReaction = new("--max-reaction") { Description = "Longest time until the first added pod is ready (default: 60s for the gateway, 120s for the worker, and more where the simulator predicts more).", HelpName = "TIME" };
    private readonly Option<double> _maxErrors = new("--max-errors") { Description = "Highest share of failed requests, in percent.", DefaultValueFactory = _ => 1, HelpName = "PERCENT" };
    private readonly Option<double> _maxP99 = new("--max-p99") { Description = "Highest p99 latency in milliseconds.", DefaultValueFactory = _ => 1000, HelpName = "MS" };
    private readonly SendingOptions _sending = new();
    private readonly Option<string> _every = new("--every") { Description = "How often replicas and metrics are looked at.", DefaultValueFactory = _ => "5s", HelpName = "TIME" };
    private readonly Option<string> _reports = new("--reports") { Description = "Where the report is written, in a folder of its own.", DefaultValueFactory = _ => "reports", HelpName = "FOLDER" };

    private readonly double _spokenRate;

    /// <param name="spokenRate">Spoken jobs per second where nothing else is given.</param>
    public TestArguments(double spokenRate)
    {
        _spokenRate = spokenRate;
        _jobRate = new("--job-rate") { HelpName = "N", Description = string.Create(CultureInfo.InvariantCulture, $"Jobs per second for the worker (default: {spokenRate}, of text {DefaultRate}).") };
    }

    public void AddTo(Command command)
    {
        command.Add(_scope);
        foreach (Option option in new Option[] { _time, _coolDown, _rate, _jobRate, _load, _jobLoad, _maxReaction, _maxErrors, _maxP99, _every, _reports })
        {
            command.Add(option);
        }

        _sending.AddTo(command);
    }

    public string Reports(ParseResult parsed, Surroundings around) => Path.GetFullPath(parsed.GetRequiredValue(_reports), around.Folder);

    public LoadOptions Options(ParseResult parsed) => _sending.Of(parsed);

    /// <exception cref="UsageException">The text is no address; the message names where it was given.</exception>
    public static Uri Address(string where, string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new UsageException($"{where}: '{text}' is not an address such as http://127.0.0.1:40123.");

    /// <exception cref="UsageException">Something is not allowed; the message says what is.</exception>
    public TestPlan Plan(ParseResult parsed)
    {
        var scope = parsed.GetValue(_scope);
        var length = Time("--for", parsed.GetRequiredValue(_time), least: 1);
        var loads = new List<TestLoad>();
        if (scope != TestScope.Worker)
        {
            loads.Add(Load(TestLoad.Gateway, parsed.GetValue(_load), parsed.GetValue(_rate)));
        }

        if (scope != TestScope.Api)
        {
            loads.Add(Load(TestLoad.Worker, parsed.GetValue(_jobLoad), parsed.GetValue(_jobRate) ?? (Options(parsed).Speech ? _spokenRate : DefaultRate)));
        }

        return new() { Loads = loads, CoolDown = Time("--cool-down", parsed.GetRequiredValue(_coolDown), least: 0), SampleEvery = Time("--every", parsed.GetRequiredValue(_every), least: 1) };

        TestLoad Load(string workload, string? stages, double rate)
        {
            var limits = TestLimits.Default(workload == TestLoad.Worker);
            return new(workload, stages is null ? LoadProfile.Sustained(rate, length) : LoadProfile.Parse(stages), limits with
            {
                Reaction = parsed.GetValue(_maxReaction) is { } reaction ? Time("--max-reaction", reaction, least: 1) : limits.Reaction,
                ErrorRate = parsed.GetValue(_maxErrors) is >= 0 and <= 100 and var errors ? errors / 100 : throw new UsageException("--max-errors: allowed is 0 to 100."),
                P99 = parsed.GetValue(_maxP99) is > 0 and <= 3_600_000 and var p99 ? TimeSpan.FromMilliseconds(p99) : throw new UsageException("--max-p99: allowed is more than 0, up to an hour."),
            });
        }
    }

    /// <exception cref="UsageException">The text is no time from the least number of seconds up to a day.</exception>
    public static TimeSpan Time(string option, string text, int least) => Duration.TryParse(text, out var time) && time.Milliseconds >= least * 1000 && time.Milliseconds <= 86_400_000
        ? time.ToTimeSpan()
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' is not allowed; give {least}s to 24h, for example 90s or 10m."));
}
