using VoiceAssist.Gateway.Keys;

namespace VoiceAssist.Gateway.Tests.Keys;

public class ApiKeySettingTests
{
    private static readonly string Hash = new('a', 64);

    public static TheoryData<string> Refused =>
    [
        "mobile", "mobile=", $"={Hash}", $"Mobile={Hash}", $"mobile app={Hash}", $"mobile={Hash[1..]}", $"mobile={Hash}a",
        $"mobile={new string('g', 64)}", $"mobile={Hash},web", $"{new string('m', 41)}={Hash}", $"mobile:{Hash}",
    ];

    [Theory]
    [InlineData("mobile={0},web={0}")]
    [InlineData("mobile={0}, web={0}")]
    [InlineData("mobile={0};web={0};")]
    [InlineData(" mobile={0}\n web={0}\n")]
    public void Several_keys_are_separated_as_people_separate(string form) =>
        Assert.Equal(["mobile", "web"], ApiKeySetting.Read(form.Replace("{0}", Hash, StringComparison.Ordinal), isDevelopment: false).Clients);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_entry_is_refused_without_repeating_it(string setting)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => ApiKeySetting.Read(setting, isDevelopment: true));

        Assert.Contains("of the setting 'ApiKeys' must be in the form 'client=SHA256'", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(setting.Split('=')[^1] is { Length: > 8 } hash ? hash : "\0", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void Without_a_key_only_Development_is_open(string? setting)
    {
        Assert.True(ApiKeySetting.Read(setting, isDevelopment: true).IsOpen);
        Assert.Contains("outside Development every request needs a key",
            Assert.Throws<InvalidOperationException>(() => ApiKeySetting.Read(setting, isDevelopment: false)).Message, StringComparison.Ordinal);
    }
}
