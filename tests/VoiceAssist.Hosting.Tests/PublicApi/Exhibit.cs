using System.Diagnostics.CodeAnalysis;

namespace VoiceAssist.Hosting.Tests.PublicApi;

/// <summary>One of each kind of member.</summary>
[Experimental("X001")]
public abstract class Exhibit<T> : IServiceProvider
    where T : class, new()
{
    public const int Limit = 7;

    [Obsolete("Gone.")]
    public static readonly string? Old;

    public enum Kind
    {
        Other = 3,
    }

    public required IReadOnlyList<string?>? Names { get; init; }

    public string Name { get; protected set; } = "";

    internal int Hidden { get; set; }

    public abstract object? GetService(Type serviceType);

    public virtual Task<T?> FindAsync<TKey>(in TKey key, DayOfWeek day = DayOfWeek.Friday, string text = "a", CancellationToken cancellationToken = default, params string[] rest)
        where TKey : struct => Task.FromResult<T?>(null);

    public override string ToString() => Name;
}
