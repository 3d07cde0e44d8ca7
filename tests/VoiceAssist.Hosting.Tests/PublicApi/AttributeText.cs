using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace VoiceAssist.Hosting.Tests.PublicApi;

/// <summary>The attributes that change what code compiles.</summary>
internal static class AttributeText
{
    public static string Of(MemberInfo member) => string.Concat(member.CustomAttributes.Select(Text).Order(StringComparer.Ordinal));

    private static string Text(CustomAttributeData attribute) => attribute.AttributeType.Name switch
    {
        nameof(ExperimentalAttribute) => $"[Experimental({attribute.ConstructorArguments[0].Value})] ",
        nameof(ObsoleteAttribute) when !IsCompilersOwn(attribute) => attribute.ConstructorArguments is [_, { Value: true }, ..] ? "[Obsolete(error)] " : "[Obsolete] ",
        _ => "",
    };

    /// <summary>The compiler marks constructors of types with required members, and types by reference, for older compilers.</summary>
    private static bool IsCompilersOwn(CustomAttributeData attribute) => attribute.ConstructorArguments is [{ Value: string text }, ..] &&
        (text.StartsWith("Constructors of types with required members", StringComparison.Ordinal) || text.StartsWith("Types with embedded references", StringComparison.Ordinal));
}
