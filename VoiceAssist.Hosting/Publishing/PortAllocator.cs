namespace Aspire.Hosting.Publishing;

/// <summary>Hands out the ports that the model leaves open, from 8000 on, past those that it names.</summary>
internal sealed class PortAllocator
{
    private const int First = 8000;

    private readonly HashSet<int> _used = [];

    /// <summary>The lowest port that is not in use; it stays free until <see cref="Use"/>.</summary>
    public int Next()
    {
        var port = First;
        while (_used.Contains(port))
        {
            port++;
        }

        return port;
    }

    public void Use(int port) => _used.Add(port);
}
