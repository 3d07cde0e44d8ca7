using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VoiceAssist.AppHost.Rehearsal;

namespace VoiceAssist.AppHost.Infrastructure;

/// <summary>
/// A data directory that one run has to itself: slot 0 is kept from run to run, the others belong to a run beside it, a rehearsal or a test and
/// are emptied before and removed after. A slot is taken when the app starts and held by a lock that ends with the process.
/// </summary>
internal sealed class DataSlot : IDisposable
{
    private const int Slots = 100;

    private readonly List<Action> _onTaken = [];
    private readonly string _root;
    private readonly int _first;
    private readonly bool _wantsFresh;
    private FileStream? _lock;
    private string? _directory;

    private DataSlot(IDistributedApplicationBuilder builder)
    {
        CheckoutId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(builder.AppHostDirectory)))[..8];
        _root = Path.Combine(UserCache.Directory, "data", CheckoutId);
        _first = TestRun.Is(builder) || RehearsalOptions.Parse(builder.Configuration) is not null ? 1 : 0;
        _wantsFresh = builder.Configuration.GetValue("fresh", defaultValue: false);
    }

    /// <summary>The slot's directory; it exists.</summary>
    /// <exception cref="InvalidOperationException">The app is not started.</exception>
    public string Directory => _directory ?? throw new InvalidOperationException("The data directory is chosen when the app starts.");

    /// <summary>Eight hexadecimal digits that differ from checkout to checkout.</summary>
    public string CheckoutId { get; }

    /// <summary>Whether the data outlives the run.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether the run starts empty (<c>--fresh true</c>, and always where nothing is kept).</summary>
    public bool IsFresh { get; private set; }

    /// <summary>A slot that is taken when the app starts; tests and rehearsals leave slot 0 alone.</summary>
    public static DataSlot AddTo(IDistributedApplicationBuilder builder)
    {
        var slot = new DataSlot(builder);

        // Got from the app's services, so that these dispose it.
        builder.Services.AddSingleton(_ => slot);
        builder.Eventing.Subscribe<BeforeStartEvent>((e, _) =>
        {
            e.Services.GetRequiredService<DataSlot>().Take();
            return Task.CompletedTask;
        });
        return slot;
    }

    /// <summary>Does what the model owes to the slot's properties, once it is taken.</summary>
    public void OnTaken(Action action) => _onTaken.Add(action);

    /// <summary>Everything that used the data has stopped by now.</summary>
    public void Dispose()
    {
        if (_lock is null)
        {
            return;
        }

        if (!IsKept)
        {
            System.IO.Directory.Delete(Directory, recursive: true);
        }

        _lock.Dispose();
    }

    /// <exception cref="DistributedApplicationException">The cache cannot be written, or all slots are taken.</exception>
    private void Take()
    {
        try
        {
            System.IO.Directory.CreateDirectory(_root);
            for (var number = _first; number < Slots; number++)
            {
                var directory = Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"slot-{number}"));
                if (TryLock(directory + ".lock") is { } @lock)
                {
                    (_lock, _directory, IsKept, IsFresh) = (@lock, directory, number == 0, _wantsFresh || number > 0);
                    Prepare();
                    _onTaken.ForEach(action => action());
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException($"The data directory '{_root}' cannot be used: {e.Message} Set VOICEASSIST_CACHE to a directory that can be written.", e);
        }

        throw new DistributedApplicationException($"All {Slots} data directories below '{_root}' are in use by other runs.");
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
