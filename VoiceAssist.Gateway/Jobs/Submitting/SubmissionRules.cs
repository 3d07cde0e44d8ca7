using System.Globalization;
using VoiceAssist.Contracts;
using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Jobs.Submitting;

/// <summary>What a submission must look like.</summary>
internal static class SubmissionRules
{
    /// <exception cref="RefusedException">It does not look like that.</exception>
    public static void Check(JobSubmission submission)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Note("text", TextError(submission.Text));
        Note("delaySeconds", submission.DelaySeconds is < 0 or > JobLimits.MaxDelaySeconds
            ? string.Create(CultureInfo.InvariantCulture, $"The delay must be 0 to {JobLimits.MaxDelaySeconds} seconds, but is {submission.DelaySeconds}.")
            : null);
        if (errors.Count > 0)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, string.Join(' ', errors.Values.SelectMany(error => error)), errors);
        }

        void Note(string field, string? error)
        {
            if (error is not null)
            {
                errors[field] = [error];
            }
        }
    }

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
