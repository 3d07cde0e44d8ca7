using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using VoiceAssist.Contracts;
using VoiceAssist.GatewayBench;
using VoiceAssist.TestServers.Processes;
using VoiceAssist.TestServers.Servers;
using VoiceAssist.TestServers.Workloads;

// How fast the gateway accepts jobs, as in production (keys, limits, metrics, Redis, two priorities), beside a bare endpoint that does one
// pipelined insert; both on one Postgres and in one run, in turns. 'volatile' lets Postgres forget what it wrote when the machine dies: then
// the processor alone decides, not the disk.
//
//   dotnet run -c Release --project bench/VoiceAssist.GatewayBench [-- ROUNDS SECONDS CONNECTIONS durable|volatile]
if (args is ["bare", var bareAddress, var bareDatabase])
{
    await BareEndpoint.RunAsync(bareAddress, bareDatabase);
    return;
}

var (rounds, duration, connections) = (Argument(0, 7), TimeSpan.FromSeconds(Argument(1, 8)), Argument(2, 64));
await using var postgres = await PostgresServer.StartAsync(durable: args.ElementAtOrDefault(3) != "volatile");
await using var redis = await RedisServer.StartAsync(RedisFlavor.Redis);
var key = RandomNumberGenerator.GetHexString(64, lowercase: true);
await using var gateway = await (await Workload.StartAsync(
    "VoiceAssist.Gateway", await postgres.CreateDatabaseAsync(), redis.ConnectionString, new Dictionary<string, string?>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        [SettingNames.ApiKeys] = $"bench={Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))}",
        ["RateLimit__RequestsPerSecond"] = "1000000",
        ["RateLimit__Burst"] = "1000000",
        ["Admission__MaxDepth"] = "100000000",
        ["Admission__MaxAge"] = "1.00:00:00",
    })).ReadyAsync();
var bareUri = new Uri($"http://127.0.0.1:{Loopback.FreePort()}");
await using var bare = await ChildProcess.StartAsync(Environment.ProcessPath!, ["bare", bareUri.ToString(), await postgres.CreateDatabaseAsync()]);
using var client = new HttpClient { BaseAddress = bareUri };
await Eventually.BeAsync("the bare endpoint answers", IsBareAliveAsync, () => bare.Output);

var toGateway = new Load(gateway.Client.BaseAddress!, Request(gateway.Client.BaseAddress!), connections);
var toBare = new Load(bareUri, Request(bareUri), connections);
// Until the just-in-time compiler is done with both.
await toGateway.FloodAsync(duration * 2);
await toBare.FloodAsync(duration * 2);

Print($"{rounds} rounds of {duration.TotalSeconds} s, {connections} connections, {Environment.ProcessorCount} processors shared with the load");
var (ours, theirs) = (new List<double>(), new List<double>());
for (var round = 0; round < rounds; round++)
{
    ours.Add(await toGateway.FloodAsync(duration));
    theirs.Add(await toBare.FloodAsync(duration));
    Print($"gateway {ours[^1]:0}/s, bare {theirs[^1]:0}/s, ratio {ours[^1] / theirs[^1]:0.00}");
}

Print($"gateway {Spread(ours, "0")}/s; bare {Spread(theirs, "0")}/s; ratio {Spread([.. ours.Zip(theirs, (a, b) => a / b)], "0.00")} (median, least, most)");
await PaceAsync("gateway", toGateway, Median(ours) / 2);
await PaceAsync("bare", toBare, Median(theirs) / 2);

async Task PaceAsync(string name, Load load, double perSecond)
{
    var percentiles = new[] { 0.5, 0.9, 0.99, 0.999 };
    var latencies = new List<double[]>();
    for (var round = 0; round < rounds; round++)
    {
        var sorted = await load.PaceAsync(perSecond, duration);
        latencies.Add([.. percentiles.Select(share => sorted[(int)(share * sorted.Length)].TotalMilliseconds)]);
    }

    for (var i = 0; i < percentiles.Length; i++)
    {
        Print($"{name} at half its rate, {perSecond:0}/s: p{percentiles[i] * 100} {Spread([.. latencies.Select(round => round[i])], "0.0")} ms");
    }
}

int Argument(int index, int standard) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : standard;

byte[] Request(Uri address)
{
    const string Body = """{"text":"set a timer for five minutes"}""";
    return Encoding.ASCII.GetBytes(
        $"POST {EndpointPaths.Jobs} HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
}

async Task<bool> IsBareAliveAsync()
{
    try
    {
        using var response = await client.GetAsync(new Uri(EndpointPaths.Health, UriKind.Relative));
        return response.IsSuccessStatusCode;
    }
    catch (HttpRequestException)
    {
        return false;
    }
}

static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

static string Spread(IReadOnlyList<double> values, string format) => string.Create(CultureInfo.InvariantCulture,
    $"{Median(values).ToString(format, CultureInfo.InvariantCulture)} ({values.Min().ToString(format, CultureInfo.InvariantCulture)} to {values.Max().ToString(format, CultureInfo.InvariantCulture)})");

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
