using System.Net;
using System.Text;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests.Jobs.Submitting;

/// <summary>Forms that are not quite what they should be.</summary>
public class FormTests(SharedGateway gateway) : IClassFixture<SharedGateway>
{
    private const string Boundary = "multipart/form-data; boundary=x";

    private static readonly string Part = "--x\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\ngrammar\r\n";

    public static TheoryData<string, string, string> Forms => new()
    {
        { Boundary, $"{Part}--x--\r\n", "There is no file in the form" },
        { Boundary, "--x--\r\n", "There is no file in the form" },
        { Boundary, $"{Part}{Part}--x--\r\n", "each field once" },
        { Boundary, "", "not the form that its header says" },
        { Boundary, Part, "not the form that its header says" },
        { Boundary, "--y\r\n\r\n--y--\r\n", "not the form that its header says" },
        { Boundary, "{\"text\":\"what time is it\"}", "not the form that its header says" },
        { Boundary, "--x\r\n\r\nno disposition\r\n--x--\r\n", "must have the header 'Content-Disposition: form-data'" },
        { Boundary, "--x\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\na\r\n--x--\r\n", "must have the header 'Content-Disposition: form-data'" },
        { Boundary, $"--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{new string('a', 300)}\r\n--x--\r\n", "256 bytes at most" },
        { Boundary, $"--x\r\n{string.Concat(Enumerable.Range(0, 40).Select(i => $"X-{i}: a\r\n"))}\r\na\r\n--x--\r\n", "not the form that its header says" },
        { Boundary, $"{string.Concat(Enumerable.Range(0, 17).Select(i => Part.Replace("mode", $"f{i}", StringComparison.Ordinal)))}--x--\r\n", "16 parts at most" },
        { "multipart/form-data", "--x--\r\n", "must name the form's boundary" },
        { $"multipart/form-data; boundary={new string('x', 71)}", "", "must name the form's boundary" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_that_is_none_or_has_no_file_is_refused_with_the_reason(string type, string body, string reason) =>
        Assert.Contains(reason, await Problem.DetailAsync(await PostAsync(Recordings.AsBody(Encoding.ASCII.GetBytes(body), type)), 400), StringComparison.Ordinal);

    [Fact]
    public async Task A_form_has_one_file()
    {
        var form = Recordings.AsForm(Recordings.OfLength(100));
        form.Add(Recordings.AsBody(Recordings.OfLength(100)), "second", "second.wav");

        Assert.Contains("one file", await Problem.DetailAsync(await PostAsync(form), 400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_may_stand_before_or_after_the_file()
    {
        using var form = new MultipartFormDataContent { { new StringContent("dictation"), "mode" } };
        form.Add(Recordings.AsBody(Recordings.OfLength(100)), "recording", "a.wav");
        form.Add(new StringContent("true"), "speak");

        using var response = await PostAsync(form);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpContent content) =>
        await (await gateway.ClientAsync()).PostAsync(new Uri(EndpointPaths.Jobs, UriKind.Relative), content);
}
