using VoiceAssist.Autoscaling.Rehearsals;
using VoiceAssist.Cli.LoadTest.Generation;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What is tested: a rehearsal on this machine, or a cluster. Disposing it removes what the test put there.</summary>
internal interface ITestTarget : IAsyncDisposable
{
    /// <summary>For people: where the load goes.</summary>
    string Name { get; }

    /// <summary>How much faster than a cluster's its time passes; 1 in a cluster.</summary>
    double Speed { get; }

    /// <summary>Everything that is scaled, as it is now.</summary>
    /// <exception cref="FailureException">It does not answer.</exception>
    Task<IReadOnlyList<RehearsedWorkload>> LookAsync(CancellationToken cancel);

    /// <summary>Makes whatever sends the loads, ready to begin at once.</summary>
    /// <returns>A source for each load, in their order.</returns>
    Task<IReadOnlyList<ILoadSource>> PrepareAsync(IReadOnlyList<TestLoad> loads, LoadOptions options, CancellationToken cancel);
}
