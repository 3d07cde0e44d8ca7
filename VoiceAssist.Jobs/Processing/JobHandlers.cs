namespace VoiceAssist.Jobs.Processing;

/// <summary>The handlers of this process, by kind.</summary>
public sealed class JobHandlers
{
    /// <summary>Stands for every kind without a handler: a label may not take any value that a client sends.</summary>
    private const string UnknownKind = "unknown";

    private readonly Dictionary<string, IJobHandler> _byKind = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">Two handlers claim one kind.</exception>
    public JobHandlers(IEnumerable<IJobHandler> handlers)
    {
        foreach (var handler in handlers)
        {
            if (!_byKind.TryAdd(handler.Kind, handler))
            {
                throw new InvalidOperationException(
                    $"A kind of job has one handler, but '{handler.Kind}' has {_byKind[handler.Kind].GetType().Name} and {handler.GetType().Name}.");
            }
        }
    }

    /// <summary>Every label that <see cref="Label"/> gives.</summary>
    public IEnumerable<string> Labels => _byKind.Keys.Append(UnknownKind);

    /// <returns>The kind's handler, or null when there is none.</returns>
    public IJobHandler? Find(string kind) => _byKind.GetValueOrDefault(kind);

    /// <returns>The metrics' label for the kind.</returns>
    public string Label(string kind) => _byKind.ContainsKey(kind) ? kind : UnknownKind;
}
