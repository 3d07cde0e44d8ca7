using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>A reader by the type repository of YAML 1.1 (yaml.org/type), written independently of the writer.</summary>
internal static partial class Yaml11
{
    /// <summary>Fails when a plain scalar would be read as anything but text. A prefix without a digit, such as <c>0x_</c>, is no number to any reader, whatever YAML 1.1 says of underscores.</summary>
    public static void AssertOnlyTexts(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        while (parser.MoveNext())
        {
            if (parser.Current is Scalar { Style: ScalarStyle.Plain } scalar)
            {
                Assert.False(Implicit().IsMatch(scalar.Value), $"'{scalar.Value}' stands without quotes in:\n{yaml}");
            }
        }
    }

    [GeneratedRegex(
        """
        ^(?:
          y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF
          |~|null|Null|NULL|
          |[-+]?0b_*[0-1][0-1_]* |[-+]?0[0-7_]+ |[-+]?(?:0|[1-9][0-9_]*) |[-+]?0x_*[0-9a-fA-F][0-9a-fA-F_]* |[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+
          |[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)? |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]* |[-+]?\.(?:inf|Inf|INF) |\.(?:nan|NaN|NAN)
          |[0-9]{4}-[0-9]{2}-[0-9]{2}
          |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[\ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[\ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?
        )\z
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Implicit();
}
