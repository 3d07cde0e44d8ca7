using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ResourceNameTests
{
    private static readonly string Longest = new('a', 64);

    public static TheoryData<string> Valid => ["a", "A", "redis", "my-cache-2", "x9", Longest];

    public static TheoryData<string, string> Invalid => new()
    {
        { "", "It has 0 characters." },
        { Longest + "a", "It has 65 characters." },
        { "9lives", "It must start with an ASCII letter." },
        { "-cache", "It must start with an ASCII letter." },
        { "\u00e4pfel", "It must start with an ASCII letter." },
        { "my_cache", "It contains '_'." },
        { "my cache", "It contains ' '." },
        { "caf\u00e9", "It contains '\u00e9'." },
        { "cache-", "It must not end with a hyphen." },
        { "my--cache", "It must not contain two hyphens in a row." },
    };

    [Theory]
    [MemberData(nameof(Valid))]
    public void Letters_digits_and_single_hyphens_inside_are_allowed(string name) => Assert.Equal(name, new ContainerResource(name).Name);

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Any_other_name_is_refused_with_the_rule_it_breaks(string name, string rule)
    {
        var error = Assert.Throws<ArgumentException>(() => new ContainerResource(name));
        Assert.StartsWith($"Resource name '{name}' is invalid. {rule} Allowed: 1 to 64 ASCII letters, digits and hyphens, starting with a letter.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void The_names_of_endpoints_follow_the_same_rules(string name, string rule)
    {
        var error = Assert.Throws<ArgumentException>(() => new EndpointAnnotation(ProtocolType.Tcp, name: name));
        Assert.StartsWith($"Endpoint name '{name}' is invalid. {rule}", error.Message, StringComparison.Ordinal);
    }
}
