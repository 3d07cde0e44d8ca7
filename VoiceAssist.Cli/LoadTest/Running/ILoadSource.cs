using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>Sends one load, from here or from elsewhere.</summary>
internal interface ILoadSource : IDisposable
{
    /// <summary>Requests that were answered so far, and how many of them well.</summary>
    (long Ended, long Succeeded) SoFar { get; }

    /// <summary>What came of it so far.</summary>
    LoadResult Result { get; }

    /// <summary>To the load's end, or until cancelled.</summary>
    Task<LoadResult> RunAsync(CancellationToken cancel);
}
