using System.Threading.Channels;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>A fixed number of decoders, made in the background: whoever asks before one is there waits for it.</summary>
internal sealed class DecoderPool : IAsyncDisposable
{
    private readonly Channel<Decoder> _idle;
    private volatile bool _closed;

    /// <param name="size">How many decoders, at least 1.</param>
    /// <param name="make">Makes one; takes up to a second.</param>
    public DecoderPool(int size, Func<Decoder> make)
    {
        _idle = Channel.CreateBounded<Decoder>(size);
        Ready = Task.Run(() => MakeAll(size, make));
    }

    /// <summary>Done when all decoders are there; failed when one could not be made.</summary>
    public Task Ready { get; }

    /// <summary>Runs work that keeps a thread busy on a decoder of its own, as soon as one is idle.</summary>
    /// <exception cref="InvalidOperationException">The decoders could not be made.</exception>
    public async Task<T> RunAsync<T>(Func<Decoder, T> work, CancellationToken cancellationToken)
    {
        Decoder decoder;
        try
        {
            decoder = await _idle.Reader.ReadAsync(cancellationToken);
        }
        catch (ChannelClosedException e)
        {
            throw new InvalidOperationException($"There is no decoder: {e.InnerException?.Message ?? "the pool is closed."}", e);
        }

        try
        {
            return await Task.Run(() => work(decoder), cancellationToken);
        }
        finally
        {
            if (!_idle.Writer.TryWrite(decoder))
            {
                decoder.Dispose();
            }
        }
    }

    /// <summary>Frees the idle decoders; one at work is freed when it is done.</summary>
    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await Ready.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _idle.Writer.TryComplete();
        while (_idle.Reader.TryRead(out var decoder))
        {
            decoder.Dispose();
        }
    }

    private void MakeAll(int size, Func<Decoder> make)
    {
        try
        {
            for (var i = 0; i < size && !_closed; i++)
            {
                _idle.Writer.TryWrite(make());
            }
        }
        catch (Exception e)
        {
            _idle.Writer.TryComplete(e);
            throw;
        }
    }
}
