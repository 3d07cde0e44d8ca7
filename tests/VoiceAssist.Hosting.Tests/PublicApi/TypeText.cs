using System.Reflection;

namespace VoiceAssist.Hosting.Tests.PublicApi;

/// <summary>Types as C# writes them: <c>Task&lt;string?&gt;</c>.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
    };

    /// <summary>The name with its namespace.</summary>
    public static string FullName(Type type) =>
        $"{(type.DeclaringType is { } outer ? FullName(outer) : type.Namespace)}.{BareName(type)}{Parameters(type, t => t.Name)}";

    /// <summary>What it is: kind, modifiers, base type, the interfaces that neither its base nor another interface brings.</summary>
    public static string Declaration(Type type)
    {
        var inherited = type.GetInterfaces().SelectMany(i => i.GetInterfaces()).Concat(type.BaseType?.GetInterfaces() ?? []).ToHashSet();
        var bases = type.GetInterfaces().Where(i => i.IsVisible && !inherited.Contains(i)).Select(Name).Order(StringComparer.Ordinal);
        var all = type.IsValueType || type.BaseType is null || type.BaseType == typeof(object) ? bases : bases.Prepend(Name(type.BaseType));
        return $"{AttributeText.Of(type)}{Kind(type)}{(type.IsEnum || !all.Any() ? "" : " : " + string.Join(", ", all))}{Constraints(OwnParameters(type))}";
    }

    public static string Name(Type type) => Name(type, nullability: null);

    public static string Name(Type type, NullabilityInfo? nullability)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!, nullability);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        var mark = !type.IsValueType && nullability?.ReadState == NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        }

        var arguments = nullability?.GenericTypeArguments ?? [];
        var index = 0;
        return (Keywords.TryGetValue(type, out var keyword) ? keyword : BareName(type)) + Parameters(type, t => Name(t, index < arguments.Length ? arguments[index++] : null)) + mark;
    }

    public static string Constraints(Type[] parameters) => string.Concat(parameters.Where(p => p.IsGenericParameter).Select(p =>
    {
        var flags = p.GenericParameterAttributes;
        var constraints = p.GetGenericParameterConstraints().Where(c => c != typeof(ValueType)).Select(Name).Order(StringComparer.Ordinal).ToList();
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct || flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            constraints.Insert(0, isStruct ? "struct" : "class");
        }

        if (!isStruct && flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            constraints.Add("new()");
        }

        return constraints.Count == 0 ? "" : $" where {p.Name} : {string.Join(", ", constraints)}";
    }));

    private static string Kind(Type type)
    {
        if (type.IsEnum)
        {
            return "enum";
        }

        if (type.IsInterface)
        {
            var variance = type.GetGenericArguments().Where(a => a.GenericParameterAttributes.HasFlag(GenericParameterAttributes.Covariant)).Select(a => a.Name).ToArray();
            return variance.Length == 0 ? "interface" : $"interface (out {string.Join(", ", variance)})";
        }

        if (type.IsValueType)
        {
            return type.IsByRefLike ? "ref struct" : "struct";
        }

        var kind = IsRecord(type) ? "record" : "class";
        return type.IsAbstract ? $"{(type.IsSealed ? "static" : "abstract")} {kind}" : type.IsSealed ? $"sealed {kind}" : kind;
    }

    public static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly) is not null;

    private static string BareName(Type type) => type.Name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var tick ? type.Name[..tick] : type.Name;

    private static string Parameters(Type type, Func<Type, string> name)
    {
        var own = OwnParameters(type);
        return type.IsGenericParameter || own.Length == 0 ? "" : $"<{string.Join(", ", own.Select(name))}>";
    }

    /// <summary>A nested type repeats the parameters of the one around it.</summary>
    private static Type[] OwnParameters(Type type) => [.. type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0)];
}
