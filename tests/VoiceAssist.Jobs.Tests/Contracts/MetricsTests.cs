using System.Reflection;
using System.Text.RegularExpressions;
using VoiceAssist.Contracts;

namespace VoiceAssist.Jobs.Tests.Contracts;

public class MetricsTests
{
    public static TheoryData<Metric> All =>
        [.. typeof(Metrics).GetFields(BindingFlags.Public | BindingFlags.Static).Select(metric => (Metric)metric.GetValue(null)!)];

    [Theory]
    [MemberData(nameof(All))]
    public void The_exported_name_is_the_instrument_with_its_unit(Metric metric)
    {
        var stem = metric.Instrument.Replace('.', '_');

        Assert.Matches($"^{Regex.Escape(stem)}{(metric.Unit == "s" ? "_seconds" : "(_total)?")}$", metric.Exported);
    }
}
