// How well and how fast commands and free sentences are heard, what decoders cost, and whether memory stays flat over many transcriptions:
//   dotnet run -c Release --project bench/VoiceAssist.SpeechBench [commands per voice, 100] [transcriptions for memory, 1000]
// Needs flite (it speaks what is heard) and PocketSphinx. Commands are drawn from the grammar with a fixed seed.
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VoiceAssist.Contracts;
using VoiceAssist.SpeechBench;
using VoiceAssist.Worker.Listening;
using VoiceAssist.Worker.Listening.Phrases;
using VoiceAssist.Worker.Listening.PocketSphinx;
using VoiceAssist.Worker.Speaking;

const int Seed = 1;
const int ReportEvery = 200;
const double Mebi = 1024 * 1024;
var perVoice = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100;
var forMemory = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 1_000;

var options = new SpeechOptions { PocketSphinx = { CommandDecoders = 1, DictationDecoders = 0 } };
var (started, least) = (Stopwatch.StartNew(), Environment.WorkingSet);
await using var engine = new PocketSphinxTranscriber(Options.Create(options), NullLogger<PocketSphinxTranscriber>.Instance);
await engine.Ready;
Console.WriteLine($"start: {started.ElapsedMilliseconds} ms and {(Environment.WorkingSet - least) / Mebi:0} MiB for one decoder of commands");

var flite = SpeechProgram.Find(new SpeakingOptions { Engine = SpeakingOptions.Flite }, Environment.GetEnvironmentVariable("PATH"));
var commands = SpokenCommands.Of(Vocabulary.Default);
foreach (var voice in new[] { "slt", "rms", "awb" })
{
    var random = new Random(Seed);
    var (right, rejected, audio, spent) = (0, 0, TimeSpan.Zero, TimeSpan.Zero);
    for (var i = 0; i < perVoice; i++)
    {
        var said = Draw(random);
        var recording = await SpeakAsync(said, voice);
        var before = Environment.CpuUsage.UserTime;
        var heard = await HearAsync(recording);
        spent += Environment.CpuUsage.UserTime - before;
        audio += recording.Duration;
        right += heard == said ? 1 : 0;
        rejected += heard.Length == 0 ? 1 : 0;
    }

    Console.WriteLine($"voice {voice}: {right} of {perVoice} word by word, {rejected} not taken for a command; "
        + $"{spent.TotalSeconds / audio.TotalSeconds:0.000} s of processor per second of audio ({audio.TotalSeconds:0} s)");
}

var made = (Memory: Environment.WorkingSet, Time: Stopwatch.GetTimestamp());
await using var listener = new PocketSphinxTranscriber(
    Options.Create(new SpeechOptions { PocketSphinx = { CommandDecoders = 1, DictationDecoders = 1 } }), NullLogger<PocketSphinxTranscriber>.Instance);
await listener.Ready;
Console.WriteLine($"one more decoder of commands and one of dictation: {(Environment.WorkingSet - made.Memory) / Mebi:0} MiB, {Stopwatch.GetElapsedTime(made.Time).TotalMilliseconds:0} ms");
var (words, wrong, dictated, dictating) = (0, 0, TimeSpan.Zero, TimeSpan.Zero);
foreach (var sentence in Sentences.All)
{
    var recording = await SpeakAsync(sentence, "slt");
    var before = Environment.CpuUsage.UserTime;
    var heard = await listener.TranscribeAsync(recording, TranscriptionMode.Dictation, null, CancellationToken.None);
    dictating += Environment.CpuUsage.UserTime - before;
    dictated += recording.Duration;
    words += sentence.Split(' ').Length;
    wrong += Sentences.Errors(sentence, heard);
}

Console.WriteLine($"dictation, voice slt: {wrong} of {words} words wrong in {Sentences.All.Count} sentences; {dictating.TotalSeconds / dictated.TotalSeconds:0.000} s of processor per second of audio ({dictated.TotalSeconds:0} s)");

var one = await SpeakAsync("turn on the kitchen lights", "slt");
for (var i = 0; i <= forMemory; i++)
{
    await HearAsync(one);
    if (i % ReportEvery == 0)
    {
        Console.WriteLine($"after {i} transcriptions: {Environment.WorkingSet / Mebi:0.0} MiB");
    }
}

string Draw(Random random)
{
    var words = new List<string>();
    commands.Say(random, words);
    return string.Join(' ', words);
}

async Task<Recording> SpeakAsync(string text, string voice) => Recording.Read(SpokenWave.Finish(
    await BoundedProgram.RunAsync(flite.File!, flite.Arguments(voice, text), "", 10_000_000, TimeSpan.FromMinutes(1), CancellationToken.None)));

Task<string> HearAsync(Recording recording) => engine.TranscribeAsync(recording, TranscriptionMode.Grammar, null, CancellationToken.None);
