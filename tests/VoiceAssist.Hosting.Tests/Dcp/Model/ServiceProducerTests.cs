using Aspire.Hosting.Dcp.Model;

namespace VoiceAssist.Hosting.Tests.Dcp.Model;

public sealed class ServiceProducerTests
{
    [Fact]
    public void A_dynamic_port_is_left_out() =>
        Assert.Equal(
            """[{"serviceName":"a","address":"localhost"},{"serviceName":"b","port":6379}]""",
            ServiceProducer.Serialize([new("a", "localhost"), new("b", Port: 6379)]));

    [Fact]
    public void The_annotation_is_read_back()
    {
        ServiceProducer[] producers = [new("a", "localhost"), new("b", Port: 6379)];

        Assert.Equal(producers, ServiceProducer.Parse(ServiceProducer.Serialize(producers)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Without_the_annotation_nothing_is_served(string? annotation) => Assert.Empty(ServiceProducer.Parse(annotation));
}
