using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class WaitCycleTests
{
    [Theory]
    [InlineData("", null)]
    [InlineData("ab bc ac", null)]
    [InlineData("ab ac bd cd", null)]
    [InlineData("aa", "aa")]
    [InlineData("ab ba", "aba")]
    [InlineData("ab bc cb", "bcb")]
    [InlineData("ab bc cd db", "bcdb")]
    public void A_circle_is_found_and_told_from_a_second_way_to_the_same_place(string waits, string? expected)
    {
        var resources = "abcd".ToDictionary(c => c, c => new ContainerResource(c.ToString()));
        foreach (var wait in waits.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            resources[wait[0]].Annotations.Add(new WaitAnnotation(resources[wait[1]], WaitType.WaitUntilHealthy));
        }

        var cycle = WaitCycle.Find(resources.Values);
        Assert.Equal(expected, cycle is null ? null : string.Concat(cycle.Select(r => r.Name)));
    }
}
