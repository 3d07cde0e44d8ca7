using System.Runtime.Versioning;
using VoiceAssist.Cli.Tests.Support;

namespace VoiceAssist.Cli.Tests.Scripts;

/// <summary>A folder for PATH with a kubectl that records its calls.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeKubectl : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-kubectl").FullName;

    public FakeKubectl()
    {
        Directory.CreateDirectory(Answers);
        var path = Path.Combine(_folder, "kubectl");
        File.Copy(Path.Combine(Repository.Root, "tests", "VoiceAssist.Cli.Tests", "Scripts", "fake-kubectl.sh"), path);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Answer("get --raw /version", """{"major": "1", "minor": "36"}""");
    }

    private string Answers => Path.Combine(_folder, "answers");

    private string CallsFile => Path.Combine(_folder, "calls");

    public IReadOnlyList<string> Calls => File.Exists(CallsFile) ? File.ReadAllLines(CallsFile) : [];

    public string Input => File.Exists(CallsFile + ".stdin") ? File.ReadAllText(CallsFile + ".stdin") : "";

    /// <summary>What calls that begin so print, and how they end.</summary>
    public void Answer(string call, string output, int code = 0)
    {
        var name = string.Concat(call.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        File.WriteAllText(Path.Combine(Answers, name), output);
        if (code != 0)
        {
            File.WriteAllText(Path.Combine(Answers, name + ".code"), $"{code}");
        }
    }

    /// <summary>A program beside kubectl that records its call, and does what else is given.</summary>
    public void AddProgram(string name, string more = "")
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/usr/bin/env bash\nprintf '%s\\n' \"{name} $*\" >>\"$CALLS\"\n{more}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>An environment at rest whose autoscalers grow as soon as <c>hey</c> sends load.</summary>
    public void PrepareLoadTest(string environment)
    {
        var space = $"voiceassist-{environment}";
        Answer($"get hpa -n {space} -o jsonpath=", "voiceassist-server-hpa|voiceassist-server|1|1|1|cpu=3 \nvoiceassist-worker-hpa|voiceassist-worker|1|1|1|cpu=2 \n");
        Answer($"get deployments -n {space}", "voiceassist-server|2\nvoiceassist-worker|1\n");
        Answer($"get secret voiceassist-secrets -n {space}", Convert.ToBase64String("the-key"u8));
        Answer("port-forward", "Forwarding from 127.0.0.1:4711 -> 8000");
        AddProgram("curl", "printf 'HTTP/1.1 202 Accepted\\r\\nLocation: /v1/jobs/1\\r\\n\\r\\n'");
        AddProgram("hey", $"""
            printf 'voiceassist-server-hpa|voiceassist-server|1|1|3|cpu=130 \nvoiceassist-worker-hpa|voiceassist-worker|1|1|2|cpu=90 \n' >"$ANSWERS/get-hpa--n-{space}--o-jsonpath-.$$"
            mv "$ANSWERS/get-hpa--n-{space}--o-jsonpath-.$$" "$ANSWERS/get-hpa--n-{space}--o-jsonpath-"
            echo 'Requests/sec: 300'
            """);
    }

    /// <summary>Runs a script of the published tree.</summary>
    public Task<CliRun> RunAsync(string arguments, bool kubectlOnly = true, string? script = null, string? apiKey = null) =>
        Script.RunAsync("bash", [script ?? Script.Path, .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)], Variables(kubectlOnly, apiKey));

    public IReadOnlyDictionary<string, string?> Variables(bool kubectlOnly = true, string? apiKey = null) => new Dictionary<string, string?>
    {
        ["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}",
        ["CALLS"] = CallsFile,
        ["ANSWERS"] = Answers,
        ["TREE"] = Repository.Tree,
        ["TEST_SAMPLE_SECONDS"] = "1",
        ["VOICEASSIST_KUBECTL_ONLY"] = kubectlOnly ? "1" : "",
        ["VOICEASSIST_API_KEY"] = apiKey,
    };

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
