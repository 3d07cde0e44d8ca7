using Aspire.Hosting.ApplicationModel;
using CsCheck;

namespace VoiceAssist.Hosting.Tests.Parameters;

public class PasswordGeneratorTests
{
    private static readonly (Func<char, bool> Is, string Characters)[] Classes =
    [
        (char.IsAsciiLetterLower, "abcdefghjkmnpqrstuvwxyz"),
        (char.IsAsciiLetterUpper, "ABCDEFGHJKMNPQRSTUVWXYZ"),
        (char.IsAsciiDigit, "0123456789"),
        (c => !char.IsAsciiLetterOrDigit(c), "-_.{}~()*+!"),
    ];

    [Fact]
    public void A_password_obeys_every_rule_that_can_be_obeyed() =>
        Gen.Select(Gen.Int[0, 40], Gen.Bool.Array[4], Gen.Int[0, 6].Array[4])
            .Where((_, allowed, _) => allowed.Any(a => a))
            .Sample((minLength, allowed, minimum) =>
            {
                for (var i = 0; i < 4; i++)
                {
                    minimum[i] = allowed[i] ? minimum[i] : 0;
                }

                var password = Rule(minLength, allowed, minimum).GetDefaultValue();
                Assert.Equal(Math.Max(minLength, minimum.Sum()), password.Length);
                for (var i = 0; i < 4; i++)
                {
                    var found = password.Where(Classes[i].Is).ToArray();
                    Assert.True(found.Length >= minimum[i]);
                    Assert.True(allowed[i] || found.Length == 0);
                    Assert.All(found, c => Assert.Contains(c, Classes[i].Characters));
                }
            });

    [Fact]
    public void Two_passwords_differ() =>
        Assert.NotEqual(new GenerateParameterDefault { MinLength = 22 }.GetDefaultValue(), new GenerateParameterDefault { MinLength = 22 }.GetDefaultValue());

    [Fact]
    public void A_rule_that_allows_nothing_is_refused() =>
        Assert.Throws<ArgumentException>(() => Rule(8, [false, false, false, false], new int[4]).GetDefaultValue());

    [Fact]
    public void A_minimum_of_what_is_not_allowed_is_refused() =>
        Assert.Throws<ArgumentException>(() => Rule(8, [true, true, true, false], [0, 0, 0, 1]).GetDefaultValue());

    private static GenerateParameterDefault Rule(int minLength, bool[] allowed, int[] minimum) => new()
    {
        MinLength = minLength,
        Lower = allowed[0],
        Upper = allowed[1],
        Numeric = allowed[2],
        Special = allowed[3],
        MinLower = minimum[0],
        MinUpper = minimum[1],
        MinNumeric = minimum[2],
        MinSpecial = minimum[3],
    };
}
