namespace Aspire.Hosting.Dcp;

/// <summary>Names an executable or a container.</summary>
/// <param name="Kind">Name of the kind, for example <c>Executable</c>.</param>
/// <param name="Name">Name of the object.</param>
internal sealed record DcpWorkload(string Kind, string Name)
{
    public bool IsContainer => Kind == Model.Container.Definition.Name;

    public static DcpWorkload Executable(string name) => new(Model.Executable.Definition.Name, name);

    public static DcpWorkload Container(string name) => new(Model.Container.Definition.Name, name);

    public override string ToString() => $"{Kind} '{Name}'";
}
