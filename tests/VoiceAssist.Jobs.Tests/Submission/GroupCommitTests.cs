using System.Collections.Concurrent;
using VoiceAssist.Jobs.Submission;
using VoiceAssist.TestServers.Processes;

namespace VoiceAssist.Jobs.Tests.Submission;

public class GroupCommitTests
{
    [Fact]
    public async Task What_comes_while_a_batch_is_written_makes_the_next_within_count_and_size()
    {
        var (gate, batches) = (new TaskCompletionSource(), new ConcurrentQueue<int[]>());
        var commits = new GroupCommit<int>(async batch =>
        {
            batches.Enqueue([.. batch]);
            await gate.Task;
        }, size: item => item, maxCount: 3, maxSize: 100);

        commits.Add(1);
        await Eventually.BeAsync("the first is being written", () => Task.FromResult(batches.Count == 1));
        foreach (var item in new[] { 2, 3, 4, 5, 99, 500, 6 })
        {
            commits.Add(item);
        }

        Assert.Equal(1 + 2 + 3 + 4 + 5 + 99 + 500 + 6, commits.Pending);
        gate.SetResult();

        await Eventually.BeAsync("all are written", () => Task.FromResult(batches.Sum(batch => batch.Length) == 8));
        Assert.Equal(["1", "2 3 4", "5", "99", "500", "6"], batches.Select(batch => string.Join(' ', batch)));
        await Eventually.BeAsync("nothing is pending", () => Task.FromResult(commits.Pending == 0));
    }

    [Fact]
    public async Task Every_item_is_written_once_whoever_adds_it()
    {
        var written = new ConcurrentBag<int>();
        var commits = new GroupCommit<int>(batch =>
        {
            foreach (var item in batch)
            {
                written.Add(item);
            }

            return Task.CompletedTask;
        }, size: _ => 1, maxCount: 10, maxSize: 1_000);

        Parallel.For(0, 10_000, commits.Add);

        await Eventually.BeAsync("all are written", () => Task.FromResult(written.Count == 10_000));
        Assert.Equal(Enumerable.Range(0, 10_000), written.Order());
    }
}
