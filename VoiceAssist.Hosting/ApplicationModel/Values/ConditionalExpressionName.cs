using System.IO.Hashing;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>
/// The manifest name of a conditional expression: <c>cond-</c>, the condition's expression in letters and hyphens, and a hash
/// (xxHash32 of condition, both branches and the match value) that keeps two conditionals on one condition apart.
/// </summary>
internal static class ConditionalExpressionName
{
    public static string Create(IValueProvider condition, string matchValue, ReferenceExpression whenTrue, ReferenceExpression whenFalse)
    {
        var expression = (condition as IManifestExpressionProvider)?.ValueExpression;
        var words = string.Join('-', Words(expression ?? ""));
        var hashed = (expression ?? condition.GetType().Name) + whenTrue.ValueExpression + whenFalse.ValueExpression + matchValue;
        var hash = Convert.ToHexStringLower(XxHash32.Hash(Encoding.UTF8.GetBytes(hashed)));
        return $"cond-{(words.Length > 0 ? words : "expr")}-{hash}";
    }

    private static IEnumerable<string> Words(string expression)
    {
        var word = new StringBuilder();
        foreach (var c in expression)
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(char.ToLowerInvariant(c));
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
