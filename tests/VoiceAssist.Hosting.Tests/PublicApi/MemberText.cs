using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Tests.PublicApi;

/// <summary>Members as C# declares them.</summary>
internal static class MemberText
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(FieldInfo field)
    {
        if (field.DeclaringType!.IsEnum)
        {
            return $"{field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
        }

        var value = field.IsLiteral ? $" = {Constant(field.GetRawConstantValue(), field.FieldType)}" : "";
        return $"{AttributeText.Of(field)}{Access(field.IsFamily)}{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Required(field)}{TypeText.Name(field.FieldType, Nullability.Create(field))} {field.Name}{value}";
    }

    public static string Of(PropertyInfo property)
    {
        var accessors = new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().Where(IsVisible).ToArray();
        var texts = accessors.Select(a =>
        {
            var kind = a == property.GetMethod ? "get" : a.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init" : "set";
            return (accessors.Any(o => o.IsPublic) ? Access(!a.IsPublic) : "") + kind + ";";
        });
        var name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;
        return $"{AttributeText.Of(property)}{Access(!accessors.Any(a => a.IsPublic))}{Modifiers(accessors[0])}{Required(property)}{TypeText.Name(property.PropertyType, Nullability.Create(property))} {name} {{ {string.Join(' ', texts)} }}";
    }

    public static string Of(ConstructorInfo constructor) =>
        $"{AttributeText.Of(constructor)}{Access(!constructor.IsPublic)}new({Parameters(constructor.GetParameters())})";

    public static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        var parameters = (method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "") + Parameters(method.GetParameters());
        return $"{AttributeText.Of(method)}{Access(!method.IsPublic)}{Modifiers(method)}{TypeText.Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({parameters}){TypeText.Constraints(method.GetGenericArguments())}";
    }

    /// <summary>Whether code in another assembly can use it, by a derived class at least.</summary>
    public static bool IsVisible(MethodBase method) => method.IsPublic || (method.IsFamily || method.IsFamilyOrAssembly) && !method.DeclaringType!.IsSealed;

    private static string Access(bool isProtected) => isProtected ? "protected " : "";

    private static string Required(MemberInfo member) => member.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";

    private static string Modifiers(MethodInfo method)
    {
        if (method.DeclaringType!.IsInterface)
        {
            return method.IsStatic ? "static " : method.IsAbstract ? "" : "default ";
        }

        return method.IsStatic ? "static "
            : !method.IsVirtual || method.IsFinal && method.GetBaseDefinition() == method ? ""
            : method.GetBaseDefinition() != method ? "override "
            : method.IsAbstract ? "abstract "
            : method.DeclaringType.IsSealed ? ""
            : "virtual ";
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(p =>
    {
        var direction = p.IsOut ? "out " : p.IsIn ? "in " : p.ParameterType.IsByRef ? "ref " : p.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var value = p.HasDefaultValue ? $" = {Constant(p.RawDefaultValue, p.ParameterType)}" : "";
        return $"{direction}{TypeText.Name(p.ParameterType, Nullability.Create(p))} {p.Name}{value}";
    }));

    private static string Constant(object? value, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => type == plain && type.IsValueType ? "default" : "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            _ when plain.IsEnum => Enum.ToObject(plain, value).ToString()!,
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }
}
