using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>
/// Makes variables and arguments of resolved values. A text around a secret refers to a variable that holds the secret, as
/// <c>$(NAME)</c>; Kubernetes expands it only if that variable stands earlier in the list.
/// </summary>
internal sealed class VariableComposer
{
    private readonly List<(string Name, ClusterText Text)> _variables;
    private readonly Dictionary<TextPart, string> _names = [];
    private readonly List<WorkloadVariable> _referred = [];

    /// <param name="variables">The workload's variables, in the model's order.</param>
    public VariableComposer(IEnumerable<(string Name, ClusterText Text)> variables) => _variables = [.. variables];

    /// <summary>An argument; what it refers to becomes a variable.</summary>
    public string Argument(ClusterText text) => Compose(text);

    /// <summary>Every variable; call it after the arguments.</summary>
    public IReadOnlyList<WorkloadVariable> ToVariables()
    {
        var composed = _variables.Select(v => v.Text.Parts is [not TextPart.Literal and var only]
            ? Holding(v.Name, only)
            : new WorkloadVariable(v.Name) { Value = Compose(v.Text) }).ToArray();
        var earlier = _referred.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        return [.. _referred, .. composed.Where(v => !earlier.Contains(v.Name))];
    }

    private string Compose(ClusterText text)
    {
        var parts = text.Parts;
        return string.Concat(parts.Select((part, i) => part is TextPart.Literal literal
            ? DollarEscape.Escape(literal.Text, isFollowed: i + 1 < parts.Count)
            : $"$({NameOf(part)})"));
    }

    private string NameOf(TextPart part)
    {
        if (!_names.TryGetValue(part, out var name))
        {
            _names[part] = name = _variables.Find(v => v.Text.Parts is [var only] && only == part).Name ?? FreeName(part);
            _referred.Add(Holding(name, part));
        }

        return name;
    }

    private string FreeName(TextPart part)
    {
        var key = part is TextPart.Secret secret ? secret.Key : ((TextPart.Setting)part).Key;
        var name = string.Concat(key.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));
        name = char.IsAsciiDigit(name[0]) ? "_" + name : name;
        while (_variables.Exists(v => v.Name == name) || _referred.Exists(v => v.Name == name))
        {
            name += "_";
        }

        return name;
    }

    private static WorkloadVariable Holding(string name, TextPart part) => part is TextPart.Secret secret
        ? new(name) { SecretKey = secret.Key, IsGiven = secret.IsGiven }
        : new(name) { Setting = ((TextPart.Setting)part).Key };
}
