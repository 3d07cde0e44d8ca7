using Microsoft.Extensions.Logging;
using VoiceAssist.ServiceDefaults.Logging;

namespace VoiceAssist.ServiceDefaults.Tests.Logging;

public class LoggingExtensionsTests
{
    [Theory]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("info", LogLevel.Information)]
    [InlineData("warn", LogLevel.Warning)]
    [InlineData("WARN", LogLevel.Warning)]
    public void The_config_maps_levels_are_understood(string level, LogLevel expected) =>
        Assert.Equal(expected, LoggingExtensions.Parse(level));

    [Fact]
    public void Another_level_is_refused_with_what_is_allowed()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => LoggingExtensions.Parse("loud"));

        Assert.Equal("LOG_LEVEL must be trace, debug, info, warn or error, but was 'loud'.", refused.Message);
    }
}
