using Aspire.Hosting.Publishing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    /// <summary>The least number of characters; the value has exactly as many, unless the minima below add up to more.</summary>
    public int MinLength { get; set; }

    /// <summary>Whether it may have lower-case letters. Default: true.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether it may have upper-case letters. Default: true.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether it may have digits. Default: true.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether it may have special characters. Default: true.</summary>
    public bool Special { get; set; } = true;

    /// <summary>The least number of lower-case letters.</summary>
    public int MinLower { get; set; }

    /// <summary>The least number of upper-case letters.</summary>
    public int MinUpper { get; set; }

    /// <summary>The least number of digits.</summary>
    public int MinNumeric { get; set; }

    /// <summary>The least number of special characters.</summary>
    public int MinSpecial { get; set; }

    /// <inheritdoc/>
    public override string GetDefaultValue() => PasswordGenerator.Generate(this);

    /// <inheritdoc/>
    public override void WriteToManifest(ManifestPublishingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var writer = context.Writer;
        writer.WriteStartObject("generate");
        writer.WriteNumber("minLength", MinLength);
        foreach (var (name, allowed) in new[] { ("lower", Lower), ("upper", Upper), ("numeric", Numeric), ("special", Special) })
        {
            if (!allowed)
            {
                writer.WriteBoolean(name, false);
            }
        }

        foreach (var (name, minimum) in new[] { ("minLower", MinLower), ("minUpper", MinUpper), ("minNumeric", MinNumeric), ("minSpecial", MinSpecial) })
        {
            if (minimum != 0)
            {
                writer.WriteNumber(name, minimum);
            }
        }

        writer.WriteEndObject();
    }
}
