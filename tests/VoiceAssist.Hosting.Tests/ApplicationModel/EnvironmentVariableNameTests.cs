using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class EnvironmentVariableNameTests
{
    [Theory]
    [InlineData("redis", "REDIS")]
    [InlineData("my-cache", "MY_CACHE")]
    [InlineData("my_cache.2", "MY_CACHE_2")]
    [InlineData("JdbcConnectionString", "JDBCCONNECTIONSTRING")]
    [InlineData("9lives", "_9LIVES")]
    [InlineData("caf\u00e9", "CAF_")]
    [InlineData("", "")]
    public void A_name_becomes_upper_case_letters_digits_and_underscores(string name, string expected) =>
        Assert.Equal(expected, EnvironmentVariableName.Encode(name));
}
