using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using VoiceAssist.Hosting.Tests.Support;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class ResourceUrlsTests
{
    private readonly IResourceBuilder<ContainerResource> _web = App.ForRun().AddContainer("web", "nginx").WithHttpEndpoint(targetPort: 80);

    public ResourceUrlsTests() => _web.GetEndpoint("http").Allocate(5001);

    [Fact]
    public async Task Endpoints_come_first_and_lead_nowhere_before_the_program_runs()
    {
        _web.WithUrl("https://example.org/docs", "Docs");
        var urls = await ResolveAsync();
        Assert.Equal([("http", "http://localhost:5001", true, ""), (null, "https://example.org/docs", false, "Docs")], urls.Select(Shape));
        Assert.Equal([false, false], ResourceUrls.Activate([.. urls], active: true).Select(u => u.IsInactive));
        Assert.Equal([true, false], ResourceUrls.Activate([.. urls], active: false).Select(u => u.IsInactive));
    }

    [Fact]
    public async Task The_URL_of_an_endpoint_can_be_changed()
    {
        _web.WithUrlForEndpoint("HTTP", url => (url.Url, url.DisplayText, url.DisplayOrder) = ("/admin", "Admin", 7));
        var url = Assert.Single(await ResolveAsync());
        Assert.Equal(("http", "http://localhost:5001/admin", true, "Admin"), Shape(url));
        Assert.Equal(7, url.DisplayProperties.SortOrder);
    }

    [Fact]
    public async Task All_URLs_can_be_changed_in_the_models_order()
    {
        _web.WithUrls(context => context.Urls.Add(new() { Url = "/b", Endpoint = _web.GetEndpoint("http") })).WithUrls(context => context.Urls.RemoveAt(0));
        Assert.Equal([("http", "http://localhost:5001/b", true, "")], (await ResolveAsync()).Select(Shape));
    }

    private static (string? Name, string Url, bool IsInactive, string Text) Shape(UrlSnapshot url) => (url.Name, url.Url, url.IsInactive, url.DisplayProperties.DisplayName);

    private async Task<IReadOnlyList<UrlSnapshot>> ResolveAsync() =>
        await ResourceUrls.ResolveAsync(_web.Resource, App.Context(), TestContext.Current.CancellationToken);
}
