using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>
/// A data directory that one run has to itself: slot 0 is kept from run to run, the others belong to a run beside it or to a test and
/// are emptied before and removed after. A slot is held by a lock that ends with the process.
/// </summary>
internal sealed class DataSlot : IHostedLifecycleService
{
    private const int Slots = 100;

    private readonly FileStream _lock;

    private DataSlot(string directory, string checkoutId, bool isKept, bool isFresh, FileStream @lock)
    {
        (Directory, CheckoutId, IsKept, IsFresh, _lock) = (directory, checkoutId, isKept, isFresh, @lock);
    }

    /// <summary>The slot's directory; it exists.</summary>
    public string Directory { get; }

    /// <summary>Eight hexadecimal digits that differ from checkout to checkout.</summary>
    public string CheckoutId { get; }

    /// <summary>Whether the data outlives the run.</summary>
    public bool IsKept { get; }

    /// <summary>Whether the run starts empty (<c>--fresh true</c>, and always where nothing is kept).</summary>
    public bool IsFresh { get; }

    /// <summary>Takes the first free slot; tests, which Aspire gives random ports, leave slot 0 alone.</summary>
    /// <exception cref="DistributedApplicationException">The cache cannot be written, or all slots are taken.</exception>
    public static DataSlot Acquire(IDistributedApplicationBuilder builder)
    {
        var checkoutId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(builder.AppHostDirectory)))[..8];
        var root = Path.Combine(UserCache.Directory, "data", checkoutId);
        var isTest = builder.Configuration.GetValue("DcpPublisher:RandomizePorts", defaultValue: false);
        var wantsFresh = builder.Configuration.GetValue("fresh", defaultValue: false);
        try
        {
            System.IO.Directory.CreateDirectory(root);
            for (var number = isTest ? 1 : 0; number < Slots; number++)
            {
                var directory = Path.Combine(root, string.Create(CultureInfo.InvariantCulture, $"slot-{number}"));
                if (TryLock(directory + ".lock") is { } @lock)
                {
                    var slot = new DataSlot(directory, checkoutId, isKept: number == 0, isFresh: wantsFresh || number > 0, @lock);
                    slot.Prepare();
                    builder.Services.AddSingleton<IHostedService>(slot);
                    return slot;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException($"The data directory '{root}' cannot be used: {e.Message} Set VOICEASSIST_CACHE to a directory that can be written.", e);
        }

        throw new DistributedApplicationException($"All {Slots} data directories below '{root}' are in use by other runs.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Everything that used the data has stopped by now.</summary>
    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (!IsKept)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }

        _lock.Dispose();
        return Task.CompletedTask;
    }

    private void Prepare()
    {
        if (IsFresh && System.IO.Directory.Exists(Directory))
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }

        System.IO.Directory.CreateDirectory(Directory);
    }

    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not DirectoryNotFoundException)
        {
            return null;
        }
    }
}
