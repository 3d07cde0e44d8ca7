using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace VoiceAssist.Gateway.Http;

/// <summary>Values that come as text under a name: parameters of an address, fields of a form.</summary>
/// <param name="find">The text under a name, null when there is none.</param>
internal sealed class Fields(Func<string, string?> find)
{
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public static Fields OfQuery(HttpRequest request) => new(name => request.Query[name] is { Count: > 0 } values ? values.ToString() : null);

    public static Fields OfForm(IReadOnlyDictionary<string, string> form) => new(name => form.GetValueOrDefault(name));

    public string? Text(string name) => find(name);

    /// <param name="name">The field.</param>
    /// <param name="standard">Where the field is absent.</param>
    /// <param name="type">The enumeration in the contract's spelling.</param>
    public T Choice<T>(string name, T standard, JsonTypeInfo<T> type)
        where T : struct, Enum
    {
        if (find(name) is not { } given)
        {
            return standard;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Spelling(value, type) == given)
            {
                return value;
            }
        }

        Refuse(name, $"must be {string.Join(" or ", Enum.GetValues<T>().Select(value => Spelling(value, type)))}");
        return standard;
    }

    public int Number(string name, int standard, int min, int max)
    {
        if (find(name) is not { } given)
        {
            return standard;
        }

        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        Refuse(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        return standard;
    }

    public bool Flag(string name)
    {
        var given = find(name);
        if (given is not (null or "true" or "false"))
        {
            Refuse(name, "must be true or false");
        }

        return given == "true";
    }

    public Guid? Id(string name)
    {
        if (find(name) is not { } given)
        {
            return null;
        }

        if (Guid.TryParseExact(given, "D", out var id))
        {
            return id;
        }

        Refuse(name, "must be the id of a job");
        return null;
    }

    /// <summary>Notes what is wrong with a field.</summary>
    /// <param name="name">The field.</param>
    /// <param name="rule">What must be, for example <c>must be true or false</c>.</param>
    public void Refuse(string name, string rule) => _errors[name] = [$"'{name}' {rule}."];

    /// <exception cref="RefusedException">Something was wrong with a field.</exception>
    public void Check()
    {
        if (_errors.Count > 0)
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, string.Join(' ', _errors.Values.SelectMany(error => error)), _errors);
        }
    }

    private static string Spelling<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type).Trim('"');
}
