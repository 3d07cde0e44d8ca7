using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace VoiceAssist.Hosting.Tests.State;

public sealed class ResourceLogTests : IDisposable
{
    private readonly ResourceLoggerService _loggers = new(new FakeTimeProvider(new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task A_line_starts_with_its_time_and_knows_whether_it_is_an_error()
    {
        _loggers.GetLogger("r").LogInformation("hello");
        _loggers.GetLogger("r").LogError("bad");

        Assert.Equal(
            [new(1, "2026-01-31T12:00:00.0000000Z hello", false), new(2, "2026-01-31T12:00:00.0000000Z bad", true)],
            await All("r"));
    }

    [Fact]
    public async Task Only_the_last_lines_are_kept()
    {
        var logger = _loggers.GetLogger("r");
        for (var i = 0; i < ResourceLog.Capacity + 5; i++)
        {
            logger.LogInformation("{Number}", i);
        }

        var lines = await All("r");

        Assert.Equal(ResourceLog.Capacity, lines.Count);
        Assert.EndsWith(" 5", lines[0].Content, StringComparison.Ordinal);
        Assert.Equal(1, lines[0].LineNumber);
    }

    [Fact]
    public async Task A_resource_writes_to_the_logs_of_all_its_instances()
    {
        _loggers.GetLogger(new TestResource("r", replicas: 2)).LogInformation("hello");

        Assert.Single(await All("r-0"));
        Assert.Single(await All("r-1"));
    }

    [Fact]
    public async Task Who_watches_gets_past_lines_then_new_ones_numbered_on()
    {
        _loggers.GetLogger("r").LogInformation("past");
        await using var watch = Watch("r");
        var past = await watch.NextAsync();

        _loggers.GetLogger("r").LogInformation("new");

        Assert.Equal(1, past.LineNumber);
        Assert.EndsWith("past", past.Content, StringComparison.Ordinal);
        Assert.Equal(2, (await watch.NextAsync()).LineNumber);
    }

    [Fact]
    public async Task A_source_is_open_only_while_somebody_watches()
    {
        var source = new TestSource();
        _loggers.AttachSource("r", source.Read);
        Assert.Equal(0, source.Opened);

        var first = Watch("r");
        source.Write("from the program");
        Assert.Equal("from the program", (await first.NextAsync()).Content);
        var second = Watch("r");
        Assert.Equal("from the program", (await second.NextAsync()).Content);
        Assert.Equal(1, source.Opened);

        await first.DisposeAsync();
        await second.DisposeAsync();
        await source.Closed;
    }

    [Fact]
    public async Task A_source_that_is_opened_again_does_not_repeat_lines()
    {
        var source = new TestSource("one");
        _loggers.AttachSource("r", source.Read);
        await using (var first = Watch("r"))
        {
            await first.NextAsync();
        }

        await source.Closed;
        await using var again = Watch("r");
        var line = await again.NextAsync();
        _loggers.GetLogger("r").LogInformation("two");

        Assert.Equal(new(1, "one", false), line);
        Assert.EndsWith("two", (await again.NextAsync()).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_source_takes_over_for_those_that_watch()
    {
        await using var watch = Watch("r");
        var first = new TestSource("first run");
        _loggers.AttachSource("r", first.Read);
        await watch.NextAsync();

        _loggers.AttachSource("r", new TestSource("second run").Read);

        await first.Closed;
        Assert.Equal(new(2, "second run", false), await watch.NextAsync());
    }

    [Fact]
    public async Task A_source_that_fails_leaves_a_line()
    {
        static async IAsyncEnumerable<LogEntry> Failing(bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new("before", IsError: false);
            throw new IOException("connection lost");
        }

        _loggers.AttachSource("r", Failing);
        await using var watch = Watch("r");

        Assert.Equal("before", (await watch.NextAsync()).Content);
        Assert.Equal("The log cannot be read any further: connection lost", (await watch.NextAsync()).Content);
    }

    [Fact]
    public async Task All_lines_of_host_and_program_come_in_the_order_of_time()
    {
        _loggers.AttachSource("r", new TestSource("2026-01-31T11:59:59Z before", "continued", "2026-01-31T12:00:01.5Z after").Read);
        _loggers.GetLogger("r").LogInformation("host");

        Assert.Equal(["before", "continued", "host", "after"], (await All("r")).Select(l => l.Content.Split(' ')[^1]));
    }

    [Fact]
    public async Task A_completed_log_ends_those_that_watch_and_tells_latecomers_what_there_was()
    {
        _loggers.GetLogger("r").LogInformation("only");
        await using var watch = Watch("r");
        await watch.NextAsync();

        _loggers.Complete("r");

        Assert.False(await watch.HasMoreAsync());
        await using var late = Watch("r");
        Assert.EndsWith("only", (await late.NextAsync()).Content, StringComparison.Ordinal);
        Assert.False(await late.HasMoreAsync());
    }

    [Fact]
    public async Task Cleared_lines_are_gone()
    {
        _loggers.GetLogger("r").LogInformation("old");

        _loggers.ClearBacklog("r");

        Assert.Empty(await All("r"));
    }

    [Fact]
    public async Task The_first_reader_and_the_last_are_told()
    {
        await using var existing = Watch("early");
        _loggers.GetLogger("early").LogInformation("x");
        await existing.NextAsync();
        await using var subscribers = _loggers.WatchAnySubscribersAsync(Token).GetAsyncEnumerator(Token);
        Assert.True(await subscribers.MoveNextAsync());
        Assert.Equal(new("early", true), subscribers.Current);

        _loggers.GetLogger("r").LogInformation("x");
        var watch = Watch("r");
        await watch.NextAsync();
        Assert.True(await subscribers.MoveNextAsync());
        Assert.Equal(new("r", true), subscribers.Current);

        await watch.DisposeAsync();
        Assert.True(await subscribers.MoveNextAsync());
        Assert.Equal(new("r", false), subscribers.Current);
    }

    [Fact]
    public async Task All_replicas_are_watched_together()
    {
        var resource = new TestResource("r", replicas: 2);
        _loggers.GetLogger("r-0").LogInformation("a");
        _loggers.GetLogger("r-1").LogInformation("b");
        await using var watch = new Reader(_loggers.WatchAsync(resource));

        string[] seen = [(await watch.NextAsync()).Content[^1..], (await watch.NextAsync()).Content[^1..]];

        Assert.Equal(["a", "b"], seen.Order());
    }

    private async Task<List<LogLine>> All(string name)
    {
        List<LogLine> lines = [];
        await foreach (var batch in _loggers.GetAllAsync(name).WithCancellation(Token))
        {
            lines.AddRange(batch);
        }

        return lines;
    }

    private Reader Watch(string name) => new(_loggers.WatchAsync(name));

    private sealed class Reader(IAsyncEnumerable<IReadOnlyList<LogLine>> log) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<IReadOnlyList<LogLine>> _batches = log.GetAsyncEnumerator(Token);
        private readonly Queue<LogLine> _lines = new();
        private Task<bool>? _next;

        public async Task<LogLine> NextAsync() =>
            await HasMoreAsync() ? _lines.Dequeue() : throw new InvalidOperationException("The log has ended.");

        public async Task<bool> HasMoreAsync()
        {
            while (_lines.Count == 0)
            {
                if (!await (_next ??= _batches.MoveNextAsync().AsTask()))
                {
                    return false;
                }

                _next = null;
                foreach (var line in _batches.Current)
                {
                    _lines.Enqueue(line);
                }
            }

            return true;
        }

        public ValueTask DisposeAsync() => _batches.DisposeAsync();
    }

    /// <summary>A program's output: what it has written is repeated for each new reader.</summary>
    private sealed class TestSource(params string[] written)
    {
        private readonly Channel<string> _more = Channel.CreateUnbounded<string>();
        private readonly TaskCompletionSource _closed = new();
        private int _opened;

        public int Opened => _opened;

        public Task Closed => _closed.Task.WaitAsync(Token);

        public void Write(string line) => _more.Writer.TryWrite(line);

        public async IAsyncEnumerable<LogEntry> Read(bool follow, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _opened);
            try
            {
                foreach (var line in written)
                {
                    yield return new(line, IsError: false);
                }

                if (follow)
                {
                    await foreach (var line in _more.Reader.ReadAllAsync(cancellationToken))
                    {
                        yield return new(line, IsError: false);
                    }
                }
            }
            finally
            {
                _closed.TrySetResult();
            }
        }
    }
}
