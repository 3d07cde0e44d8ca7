using System.Numerics;

namespace VoiceAssist.Worker.Listening.Sampling;

/// <summary>Whether somebody may be speaking: vowels repeat at the pitch of a voice, noise repeats at none.</summary>
internal static class Voicing
{
    private const double LowestPitch = 70;
    private const double HighestPitch = 400;

    /// <summary>Part of its energy that a vowel has in common with itself one period later. Noise has a quarter by chance.</summary>
    private const float Periodic = 0.4f;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);

    /// <summary>Vowels of words said alone take 130 ms and more; noise is periodic for 40 ms at the most, crackle at that.</summary>
    private static readonly TimeSpan Vowel = TimeSpan.FromMilliseconds(50);

    /// <param name="samples">One channel.</param>
    /// <param name="sampleRate">In Hz.</param>
    /// <returns>Whether the samples are periodic anywhere for as long as a vowel takes.</returns>
    public static bool IsIn(ReadOnlySpan<short> samples, int sampleRate)
    {
        var differences = Differences(samples);
        var (window, step) = (Count(Window), Count(Step));
        var (shortest, longest) = ((int)(sampleRate / HighestPitch), (int)(sampleRate / LowestPitch));
        var periodic = TimeSpan.Zero;
        for (var start = 0; start + window + longest <= differences.Length && periodic < Vowel; start += step)
        {
            periodic = IsPeriodic(differences.AsSpan(start, window + longest), window, shortest) ? periodic + Step : TimeSpan.Zero;
        }

        return periodic >= Vowel;

        int Count(TimeSpan time) => (int)(time.TotalSeconds * sampleRate);
    }

    private static bool IsPeriodic(ReadOnlySpan<float> samples, int window, int shortest)
    {
        var first = samples[..window];
        var energy = Dot(first, first);
        for (var lag = shortest; lag <= samples.Length - window; lag++)
        {
            var later = samples.Slice(lag, window);
            if (Dot(first, later) > Periodic * MathF.Sqrt(energy * Dot(later, later)))
            {
                return true;
            }
        }

        return false;
    }

    private static float Dot(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var sum = Vector<float>.Zero;
        var whole = one.Length - (one.Length % Vector<float>.Count);
        for (var i = 0; i < whole; i += Vector<float>.Count)
        {
            sum += new Vector<float>(one[i..]) * new Vector<float>(other[i..]);
        }

        return Vector.Sum(sum);
    }

    /// <summary>From sample to sample: leaves the rumble out, which repeats a little whatever it is.</summary>
    private static float[] Differences(ReadOnlySpan<short> samples)
    {
        var differences = new float[Math.Max(samples.Length - 1, 0)];
        for (var i = 0; i < differences.Length; i++)
        {
            differences[i] = samples[i + 1] - samples[i];
        }

        return differences;
    }
}
