using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace VoiceAssist.Gateway.Tests.Reference;

public class DocumentTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    private const string Document = "/openapi/v1.json";

    [Fact]
    public async Task The_document_is_valid_and_describes_every_endpoint()
    {
        var (document, diagnostic) = await ReadAsync();

        Assert.Empty(diagnostic?.Errors ?? []);
        Assert.Equal(
            ["DELETE /v1/jobs/{id}", "GET /v1/jobs", "GET /v1/jobs/{id}", "GET /v1/jobs/{id}/events", "POST /v1/jobs", "POST /v1/jobs/{id}/replay"],
            Operations(document).Select(operation => operation.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_answer_and_every_parameter_is_explained()
    {
        var (document, _) = await ReadAsync();

        foreach (var (name, operation) in Operations(document))
        {
            Assert.False(string.IsNullOrEmpty(operation.Summary), name);
            Assert.All(operation.Responses!, answer => Assert.False(string.IsNullOrEmpty(answer.Value.Description), $"{name} {answer.Key}"));
            Assert.Superset(new HashSet<string> { "401", "429", "503" }, operation.Responses!.Keys.ToHashSet());
        }
    }

    [Fact]
    public async Task A_submission_takes_text_a_recording_or_a_form()
    {
        var (document, _) = await ReadAsync();

        Assert.Equal(
            ["application/json", "audio/wav", "multipart/form-data"],
            document.Paths["/v1/jobs"].Operations![HttpMethod.Post].RequestBody!.Content!.Keys.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<(string Name, OpenApiOperation Operation)> Operations(OpenApiDocument document) =>
        document.Paths.SelectMany(path => path.Value.Operations!.Select(operation => ($"{operation.Key} {path.Key}", operation.Value)));

    private async Task<(OpenApiDocument, OpenApiDiagnostic?)> ReadAsync()
    {
        var read = OpenApiDocument.Parse(await (await gateway.ClientAsync()).GetStringAsync(new Uri(Document, UriKind.Relative)), "json");
        return (read.Document!, read.Diagnostic);
    }
}
