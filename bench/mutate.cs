// Mutation check of the autoscaling algorithm: flips one rule at a time in a copy of the library and expects the tests to notice.
//
//   dotnet run bench/mutate.cs [-- TEXT]     all mutants, or those whose rule or file contains TEXT
//
// bench/mutants.json lists the mutants: the rule, the file, the exact text (which must occur once) and its replacement.
// The sources stay untouched. Each mutant is compiled by the SDK's compiler with the arguments of the real build and laid over a
// copy of the built tests, which run with the vectors of the tests' own folder only (the copy lies outside the repository), and
// without the simulations, which rest on the algorithm but do not state its rules. Exit code 1 when a mutant survives.
#:property NoWarn=CA1861;IL3000;CA1305;CA1310

using System.Diagnostics;
using System.Text.Json;

var root = FindRoot();
var library = Path.Combine(root, "VoiceAssist.Autoscaling");
var tests = Path.Combine(root, "tests", "VoiceAssist.Autoscaling.Tests");
var wanted = args.Length > 0 ? args[0] : "";
var mutants = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "bench", "mutants.json"))).RootElement.EnumerateArray()
    .Select(m => new Mutant(Text(m, "rule"), Text(m, "file"), Text(m, "find"), Text(m, "replace")))
    .Where(m => m.Rule.Contains(wanted, StringComparison.OrdinalIgnoreCase) || m.File.Contains(wanted, StringComparison.OrdinalIgnoreCase))
    .ToArray();

Expect(Run("dotnet", ["build", tests, "-v", "q", "--nologo"], root), "The tests do not build.");
var compiler = CompilerArguments();
var compilerPath = CompilerPath();
var work = Directory.CreateTempSubdirectory("voiceassist-mutants-").FullName;
try
{
    var copy = Path.Combine(work, "tests");
    CopyTree(Path.Combine(tests, "bin", "Debug", "net10.0"), copy);
    Expect(Test(copy), "The tests fail without any mutant.");
    var watch = Stopwatch.StartNew();
    var survivors = new List<string>();
    foreach (var mutant in mutants)
    {
        var verdict = Try(mutant, copy);
        Console.WriteLine($"{verdict,-9}{mutant.File,-36}{mutant.Rule}");
        if (verdict != "killed")
        {
            survivors.Add($"{verdict}: {mutant.File}: {mutant.Rule}");
        }
    }

    Console.WriteLine($"{mutants.Length - survivors.Count} of {mutants.Length} mutants killed in {watch.Elapsed.TotalSeconds:0} s.");
    survivors.ForEach(Console.WriteLine);
    return survivors.Count == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(work, recursive: true);
}

string Try(Mutant mutant, string copy)
{
    var source = Path.Combine(library, mutant.File);
    var text = File.ReadAllText(source);
    if (text.Split(mutant.Find).Length != 2)
    {
        return "STALE";
    }

    var mutated = Path.Combine(work, Path.GetFileName(mutant.File));
    File.WriteAllText(mutated, text.Replace(mutant.Find, mutant.Replace, StringComparison.Ordinal));
    var response = Path.Combine(work, "compile.rsp");
    File.WriteAllLines(response, compiler
        .Select(a => a.Trim('"') == mutant.File.Replace('/', Path.DirectorySeparatorChar) ? mutated : a)
        .Append("/out:" + Path.Combine(copy, "VoiceAssist.Autoscaling.dll"))
        .Select(a => a.Contains(' ') && !a.StartsWith('/') ? $"\"{a.Trim('"')}\"" : a));
    var (compiled, messages) = RunWithOutput("dotnet", [compilerPath, "-shared", "/noconfig", "@" + response], library);
    File.Delete(mutated);
    if (compiled != 0)
    {
        Console.WriteLine(messages.Split('\n').FirstOrDefault(l => l.Contains("error", StringComparison.Ordinal)) ?? messages);
        return "INVALID";
    }

    return Test(copy) switch
    {
        0 => "SURVIVED",
        2 => "killed",
        _ => "NOT RUN",
    };
}

int Test(string copy) => Run(
    "dotnet",
    [
        Path.Combine(copy, "VoiceAssist.Autoscaling.Tests.dll"),
        "--stop-on-fail", "on",
        "--results-directory", Path.Combine(work, "results"),
        "--filter-not-namespace", .. Excluded(),
    ],
    copy);

static string[] Excluded() =>
    [.. new[] { "Simulation", "Verdicts", "WhatIf", "Advising", "Planning", "Capacity" }.Select(n => $"VoiceAssist.Autoscaling.Tests.{n}")];

// What the real build gives the compiler, less what only concerns checking and side outputs. The generator of regular expressions stays.
string[] CompilerArguments()
{
    var (code, output) = RunWithOutput(
        "dotnet",
        ["build", library, "--nologo", "-v", "q", "-t:Compile", "-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true",
            // An output that never exists: the target would be skipped as up to date otherwise.
            "-p:NonExistentFile=__none__/__none__", "-getItem:CscCommandLineArgs"],
        root);
    Expect(code, "The compiler's arguments could not be read: " + output);
    string[] dropped = ["/out:", "/refout:", "/doc:", "/pdb:", "/warnaserror", "/analyzerconfig:", "/noconfig"];
    return
    [
        .. JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(i => i.GetProperty("Identity").GetString()!)
            .Where(a => !dropped.Any(d => a.StartsWith(d, StringComparison.Ordinal)))
            .Where(a => !a.StartsWith("/analyzer:", StringComparison.Ordinal) || a.Contains("RegularExpressions", StringComparison.Ordinal)),
    ];
}

static string CompilerPath()
{
    var sdk = RunWithOutput("dotnet", ["--version"], FindRoot()).Output.Trim();
    var dotnet = Path.GetDirectoryName(Environment.ProcessPath!)!;
    var candidates = new[] { Environment.GetEnvironmentVariable("DOTNET_ROOT"), Path.GetDirectoryName(typeof(object).Assembly.Location)?.Split("/shared/")[0], dotnet };
    return candidates.Where(c => c is not null)
        .Select(c => Path.Combine(c!, "sdk", sdk, "Roslyn", "bincore", "csc.dll"))
        .First(File.Exists);
}

static int Run(string file, IEnumerable<string> arguments, string directory) => RunWithOutput(file, arguments, directory).Code;

static (int Code, string Output) RunWithOutput(string file, IEnumerable<string> arguments, string directory)
{
    using var process = Process.Start(new ProcessStartInfo(file, arguments)
    {
        WorkingDirectory = directory,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd();
    process.WaitForExit();
    return (process.ExitCode, output + errors.Result);
}

static void CopyTree(string from, string to)
{
    Directory.CreateDirectory(to);
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var target = Path.Combine(to, Path.GetRelativePath(from, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(file, target, overwrite: true);
    }
}

static string FindRoot()
{
    for (var directory = new DirectoryInfo(Directory.GetCurrentDirectory()); directory is not null; directory = directory.Parent)
    {
        if (File.Exists(Path.Combine(directory.FullName, "VoiceAssist.sln")))
        {
            return directory.FullName;
        }
    }

    throw new DirectoryNotFoundException("Run this within the repository: no directory above holds VoiceAssist.sln.");
}

static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

static void Expect(int code, string message)
{
    if (code != 0)
    {
        throw new InvalidOperationException($"{message} (exit code {code})");
    }
}

internal sealed record Mutant(string Rule, string File, string Find, string Replace);
