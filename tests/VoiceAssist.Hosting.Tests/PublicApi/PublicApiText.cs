using System.Reflection;

namespace VoiceAssist.Hosting.Tests.PublicApi;

/// <summary>What code outside an assembly can compile against, as lines of text: <c>TYPE = what it is</c> and <c>TYPE: member</c>.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What the compiler adds to every record.</summary>
    private static readonly string[] RecordMembers = ["<Clone>$", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "op_Equality", "op_Inequality", "Deconstruct"];

    public static IReadOnlyList<string> Of(Assembly assembly) => [.. assembly.GetExportedTypes().SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        var name = TypeText.FullName(type);
        return Members(type).Distinct().Select(m => $"{name}: {m}").Prepend($"{name} = {TypeText.Declaration(type)}");
    }

    private static IEnumerable<string> Members(Type type) => type.GetMembers(Declared)
        .Where(m => !TypeText.IsRecord(type) || !RecordMembers.Contains(m.Name))
        .Select(m => m switch
        {
            FieldInfo field when (field.IsPublic || field.IsFamily && !type.IsSealed) && !field.IsSpecialName => MemberText.Of(field),
            PropertyInfo property when property.GetAccessors(nonPublic: true).Any(MemberText.IsVisible) => MemberText.Of(property),
            ConstructorInfo constructor when MemberText.IsVisible(constructor) && !IsCopyConstructor(constructor) => MemberText.Of(constructor),
            MethodInfo method when MemberText.IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => MemberText.Of(method),
            EventInfo @event => $"event {TypeText.Name(@event.EventHandlerType!)} {@event.Name}",
            _ => null,
        })
        .OfType<string>();

    private static bool IsCopyConstructor(ConstructorInfo constructor) =>
        TypeText.IsRecord(constructor.DeclaringType!) && constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;
}
