using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace VoiceAssist.GatewayBench;

/// <summary>
/// One keep-alive connection that sends the same request again and again. It knows just enough HTTP to find the end of an answer,
/// because the load shares the processor with what it measures.
/// </summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] EndOfChunks = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[16_384];
    private readonly byte[] _request;

    private Connection(byte[] request) => _request = request;

    public static async Task<Connection> OpenAsync(Uri address, byte[] request)
    {
        var connection = new Connection(request);
        await connection._socket.ConnectAsync(address.Host, address.Port);
        return connection;
    }

    /// <exception cref="InvalidOperationException">The answer is not 202.</exception>
    public async ValueTask SendAsync()
    {
        await _socket.SendAsync(_request);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            length += read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
        }
        while (!IsWhole(_answer.AsSpan(0, length)));

        if (!_answer.AsSpan(0, length).StartsWith("HTTP/1.1 202"u8))
        {
            throw new InvalidOperationException($"The server answered: {Encoding.UTF8.GetString(_answer, 0, length)}");
        }
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(EndOfHead);
        if (head < 0)
        {
            return false;
        }

        var label = answer[..head].IndexOf("Content-Length: "u8);
        if (label < 0)
        {
            return answer.EndsWith(EndOfChunks);
        }

        var value = answer[(label + "Content-Length: "u8.Length)..head];
        var end = value.IndexOf((byte)'\r');
        return answer.Length == head + EndOfHead.Length + int.Parse(end < 0 ? value : value[..end], CultureInfo.InvariantCulture);
    }
}
