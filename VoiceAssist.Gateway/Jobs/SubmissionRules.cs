using System.Globalization;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Jobs;

/// <summary>What a submission must look like.</summary>
internal static class SubmissionRules
{
    /// <returns>Per field in JSON's spelling what is wrong with it; empty when all is well.</returns>
    public static Dictionary<string, string[]> Check(JobSubmission submission) =>
        TextError(submission.Text) is { } error ? new() { ["text"] = [error] } : [];

    private static string? TextError(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return $"A command of 1 to {JobLimits.MaxTextLength} characters is required.";
        }

        if (text.Length > JobLimits.MaxTextLength)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"The command may have {JobLimits.MaxTextLength} characters at most, but has {text.Length}.");
        }

        // Nobody speaks control characters, and Postgres cannot store U+0000.
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r'))
            {
                return string.Create(CultureInfo.InvariantCulture,
                    $"The command may not hold control characters, but has U+{(int)text[i]:X4} at position {i + 1}.");
            }
        }

        return null;
    }
}
