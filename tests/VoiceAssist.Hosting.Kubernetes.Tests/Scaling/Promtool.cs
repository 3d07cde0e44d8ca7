using System.Diagnostics;
using System.Globalization;
using System.Text;
using VoiceAssist.Hosting.Kubernetes.Crds;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Scaling;

/// <summary>Prometheus' own tool for rules; Debian has it in the package <c>prometheus</c>.</summary>
internal static class Promtool
{
    /// <summary>Lets the rules run over series and compares which alerts fire.</summary>
    /// <param name="rule">The rules.</param>
    /// <param name="minute">When it is looked.</param>
    /// <param name="series">Series and values, one per minute, in promtool's notation but for commas between: <c>up{a="b"} 1x30,_x2,1x5</c>.</param>
    /// <param name="fires">Alerts with the labels that are compared, e.g. <c>{alertname="X"}</c>.</param>
    public static void AssertFires(PrometheusRule rule, int minute, IEnumerable<string> series, params string[] fires)
    {
        var test = new StringBuilder("rule_files: [rules.yaml]\nevaluation_interval: 1m\ntests:\n- interval: 1m\n  input_series:\n");
        foreach (var line in series)
        {
            var space = line.LastIndexOf(' ');
            test.Append(CultureInfo.InvariantCulture, $"  - series: '{line[..space]}'\n    values: '{line[(space + 1)..].Replace(',', ' ')}'\n");
        }

        test.Append("  promql_expr_test:\n  - expr: count by (alertname, namespace, metric) (ALERTS{alertstate=\"firing\"})\n");
        test.Append(CultureInfo.InvariantCulture, $"    eval_time: {minute}m\n    exp_samples:{(fires.Length == 0 ? " []" : "")}\n");
        foreach (var alert in fires)
        {
            test.Append(CultureInfo.InvariantCulture, $"    - labels: '{alert}'\n      value: 1\n");
        }

        Run(("rules.yaml", RulesFile(rule)), ("test.yaml", test.ToString()), "test", "rules", "test.yaml");
    }

    /// <summary>Checks the syntax of expressions.</summary>
    public static void AssertParses(IEnumerable<string> expressions)
    {
        var rules = string.Concat(expressions.Select((e, i) => string.Create(CultureInfo.InvariantCulture, $"  - record: query_{i}\n    expr: {Quoted(e)}\n")));
        Run(("rules.yaml", $"groups:\n- name: queries\n  rules:\n{rules}"), null, "check", "rules", "rules.yaml");
    }

    /// <summary>The groups of a PrometheusRule as the operator writes them into a rules file.</summary>
    public static string RulesFile(PrometheusRule rule)
    {
        var file = new StringBuilder("groups:\n");
        foreach (var group in rule.Spec.Groups)
        {
            file.Append(CultureInfo.InvariantCulture, $"- name: {group.Name}\n  rules:\n");
            foreach (var alert in group.Rules)
            {
                file.Append(CultureInfo.InvariantCulture, $"  - alert: {alert.Alert}\n    expr: {Quoted(alert.Expr)}\n    for: {alert.For}\n");
                file.Append("    labels:\n").AppendJoin("", alert.Labels.Select(l => $"      {l.Key}: {Quoted(l.Value)}\n"));
                file.Append("    annotations:\n").AppendJoin("", alert.Annotations.Select(l => $"      {l.Key}: {Quoted(l.Value)}\n"));
            }
        }

        return file.ToString();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ")}'";

    private static void Run((string Name, string Text) file, (string Name, string Text)? second, params string[] arguments)
    {
        var directory = Directory.CreateTempSubdirectory("promtool-");
        try
        {
            File.WriteAllText(Path.Combine(directory.FullName, file.Name), file.Text);
            if (second is { } other)
            {
                File.WriteAllText(Path.Combine(directory.FullName, other.Name), other.Text);
            }

            using var process = Start(directory.FullName, arguments);
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"promtool {string.Join(' ', arguments)}:\n{output.Result}{errors.Result}\n{file.Text}\n{second?.Text}");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static Process Start(string directory, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("promtool", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("promtool is not installed (Debian: apt-get install prometheus).");
            throw;
        }
    }
}
