using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Draws random passwords, without characters that are easily confused and without those that need quoting in connection strings.</summary>
internal static class PasswordGenerator
{
    private const string Lower = "abcdefghjkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Numeric = "0123456789";
    private const string Special = "-_.{}~()*+!";

    /// <exception cref="ArgumentException">No class of characters is allowed, or a minimum is asked of one that is not.</exception>
    public static string Generate(GenerateParameterDefault rule)
    {
        var classes = new[]
        {
            (Characters: Lower, Allowed: rule.Lower, Minimum: rule.MinLower),
            (Characters: Upper, Allowed: rule.Upper, Minimum: rule.MinUpper),
            (Characters: Numeric, Allowed: rule.Numeric, Minimum: rule.MinNumeric),
            (Characters: Special, Allowed: rule.Special, Minimum: rule.MinSpecial),
        };
        if (classes.Any(c => !c.Allowed && c.Minimum > 0))
        {
            throw new ArgumentException("A least number of characters is asked of a class that is not allowed.", nameof(rule));
        }

        var alphabet = string.Concat(classes.Where(c => c.Allowed).Select(c => c.Characters));
        if (alphabet.Length == 0)
        {
            throw new ArgumentException("No class of characters is allowed.", nameof(rule));
        }

        var characters = new List<char>();
        foreach (var c in classes)
        {
            characters.AddRange(RandomNumberGenerator.GetItems<char>(c.Characters, c.Minimum));
        }

        characters.AddRange(RandomNumberGenerator.GetItems<char>(alphabet, Math.Max(0, rule.MinLength - characters.Count)));
        var password = characters.ToArray();
        RandomNumberGenerator.Shuffle<char>(password);
        return new(password);
    }
}
