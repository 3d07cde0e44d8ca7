using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace VoiceAssist.Hosting.Tests.ApplicationModel;

public class ConnectionStringReferenceTests
{
    private static readonly ConnectionStringResource Nothing = new("db", ReferenceExpression.Empty);

    [Fact]
    public async Task A_connection_string_that_is_needed_and_missing_is_named()
    {
        IValueProvider reference = new ConnectionStringReference(Nothing, optional: false);
        var error = await Assert.ThrowsAsync<DistributedApplicationException>(() => reference.GetValueAsync(TestContext.Current.CancellationToken).AsTask());
        Assert.Equal("The connection string for the resource 'db' is not available.", error.Message);
    }

    [Fact]
    public async Task One_that_is_optional_may_be_missing()
    {
        IValueProvider reference = new ConnectionStringReference(Nothing, optional: true);
        Assert.Null(await reference.GetValueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_is_published_as_the_resources_own() =>
        Assert.Equal("{db.connectionString}", ((IManifestExpressionProvider)new ConnectionStringReference(Nothing, optional: false)).ValueExpression);
}
