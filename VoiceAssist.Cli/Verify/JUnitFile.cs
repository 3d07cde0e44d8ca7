using System.Globalization;
using System.Xml.Linq;

namespace VoiceAssist.Cli.Verify;

/// <summary>A verification as JUnit XML, for the test views of CI systems.</summary>
internal static class JUnitFile
{
    public static XDocument Of(Verification verification) => new(
        new XElement(
            "testsuites",
            new XElement(
                "testsuite",
                new XAttribute("name", $"voiceassist verify {verification.Subject}"),
                new XAttribute("tests", Count(verification.Results)),
                new XAttribute("failures", Count(verification.Results.Where(r => r.Outcome == CheckOutcome.Broken))),
                new XAttribute("skipped", Count(verification.Results.Where(r => r.Outcome == CheckOutcome.Skipped))),
                verification.Results.Select(Case))));

    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Write(Verification verification, string path)
    {
        try
        {
            Of(verification).Save(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--junit: '{path}' cannot be written: {e.Message}");
        }
    }

    private static XElement Case(CheckResult result) => new(
        "testcase",
        new XAttribute("classname", result.Check),
        new XAttribute("name", result.Subject),
        result.Outcome switch
        {
            CheckOutcome.Broken => new XElement("failure", new XAttribute("message", result.Evidence)),
            CheckOutcome.Skipped => new XElement("skipped", new XAttribute("message", result.Evidence)),
            _ => new XElement("system-out", result.Evidence),
        });

    private static string Count(IEnumerable<CheckResult> results) => results.Count().ToString(CultureInfo.InvariantCulture);
}
