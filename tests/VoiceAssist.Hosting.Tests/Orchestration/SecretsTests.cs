using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class SecretsTests
{
    private static readonly ParameterResource Secret = App.Parameter("s", "x", secret: true);

    public static TheoryData<string, object?, bool> Values => new()
    {
        { "nothing", null, false },
        { "text", "x", false },
        { "parameter", App.Parameter("p", "x"), false },
        { "secret parameter", Secret, true },
        { "composed of a secret", ReferenceExpression.Create($"a={Secret}"), true },
        { "nested", ReferenceExpression.Create($"{ReferenceExpression.Create($"{Secret}")}"), true },
        { "one branch of a conditional", ReferenceExpression.CreateConditional(App.Parameter("c", "x"), "x", ReferenceExpression.Empty, ReferenceExpression.Create($"{Secret}")), true },
        { "connection string", new ConnectionStringReference(new RedisResource("redis", Secret), optional: false), true },
        { "endpoint", new EndpointReference(new RedisResource("redis", Secret), "tcp"), false },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_secret_when_a_part_of_it_is(string what, object? value, bool expected) =>
        Assert.True(Secrets.IsSensitive(value) == expected, what);
}
