using System.Globalization;
using VoiceAssist.Contracts;
using VoiceAssist.Jobs.Submission;

namespace VoiceAssist.Jobs.Tests.Chaos;

/// <summary>The jobs of a chaos test, drawn with a fixed seed.</summary>
internal sealed class ChaosStorm
{
    private static readonly string[] Endings =
        [.. Enumerable.Repeat("succeeds", 90), .. Enumerable.Repeat("fails-once", 5), .. Enumerable.Repeat("speaks", 4), "fails"];

    public ChaosStorm(int jobs, Random random)
    {
        var endings = Enumerable.Range(0, jobs).Select(_ => Endings[random.Next(Endings.Length)]).ToList();
        Jobs = [.. endings.Select((ending, number) => new NewJob
        {
            Kind = "chaos",
            Payload = string.Create(CultureInfo.InvariantCulture, $$"""{"milliseconds":{{Milliseconds(random)}},"ending":"{{ending}}"}"""),
            Priority = (JobPriority)random.Next(2),
            Idempotency = new IdempotencyKey("chaos", number.ToString(CultureInfo.InvariantCulture)),
        })];
        Failing = endings.Count(ending => ending == "fails");
        Speaking = endings.Count(ending => ending == "speaks");
    }

    /// <summary>Most jobs are short; one in twenty is likely to be running when its worker dies.</summary>
    private static int Milliseconds(Random random) => random.Next(20) == 0 ? random.Next(1_000) : random.Next(10);

    public IReadOnlyList<NewJob> Jobs { get; }

    public int Failing { get; }

    public int Speaking { get; }

    public int Succeeding => Jobs.Count - Failing;

    /// <summary>Between two jobs of one submitter, so that they come for as long as the storm lasts.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(10 * 16.0 / Jobs.Count);
}
