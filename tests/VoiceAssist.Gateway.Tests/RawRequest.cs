using System.Globalization;
using System.Net.Sockets;
using System.Text;
using VoiceAssist.Contracts;

namespace VoiceAssist.Gateway.Tests;

/// <summary>A client that says what it likes, and as slowly as it likes.</summary>
internal sealed class RawRequest : IDisposable
{
    private readonly TcpClient _client;

    private RawRequest(TcpClient client) => _client = client;

    /// <param name="address">The server.</param>
    /// <param name="head">Request line and headers, without <c>Host</c>, line by line.</param>
    public static async Task<RawRequest> SendAsync(Uri address, params string[] head)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        var request = new RawRequest(client);
        await request.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", [head[0], $"Host: {address.Authority}", .. head[1..], "", ""])));
        return request;
    }

    /// <summary>Sends a recording, or the beginning of one, once the server has asked for it; the answer is still to come.</summary>
    /// <param name="address">The server.</param>
    /// <param name="beginning">What is sent.</param>
    /// <param name="length">Bytes of the whole.</param>
    /// <param name="headers">Further headers.</param>
    public static async Task<RawRequest> UploadAsync(Uri address, byte[] beginning, int length, params string[] headers)
    {
        var upload = await SendAsync(address,
            [$"POST {EndpointPaths.Jobs} HTTP/1.1", "Content-Type: audio/wav", $"Content-Length: {length}", "Expect: 100-continue", .. headers]);
        Assert.Equal(100, await upload.StatusAsync());
        await upload.WriteAsync(beginning);
        return upload;
    }

    public async Task WriteAsync(byte[] bytes) => await _client.GetStream().WriteAsync(bytes);

    /// <returns>The status of the answer, without waiting for anything after it.</returns>
    public async Task<int> StatusAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), leaveOpen: true);
        var line = await reader.ReadLineAsync() ?? throw new InvalidOperationException("The connection was closed without an answer.");
        return int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <returns>All that the server sends before it closes the connection: the headers line by line, and the body.</returns>
    public async Task<(string[] Head, string Body)> LastAnswerAsync()
    {
        using var reader = new StreamReader(_client.GetStream(), leaveOpen: true);
        var parts = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n\r\n", 2);
        return (parts[0].Split("\r\n"), parts[1]);
    }

    public void Dispose() => _client.Dispose();
}
