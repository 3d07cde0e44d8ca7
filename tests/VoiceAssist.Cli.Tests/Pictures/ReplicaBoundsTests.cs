using VoiceAssist.Cli.Pictures;

namespace VoiceAssist.Cli.Tests.Pictures;

public sealed class ReplicaBoundsTests
{
    [Theory]
    [InlineData(3, 15, 24, "min 3", "max 15")]
    [InlineData(1, 2, 3.2, "min 1", "max 2")]
    [InlineData(99, 100, 160, "99 to 100")]
    [InlineData(4, 4, 6.4, "only 4")]
    public void Bounds_are_named_together_where_their_names_would_touch(int min, int max, double top, params string[] expected) =>
        Assert.Equal(expected, ReplicaBounds.Names(min, max, top).Select(n => n.Name));
}
