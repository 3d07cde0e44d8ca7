namespace Aspire.Hosting.Dcp.Model;

/// <summary>A process on this machine.</summary>
internal sealed record Executable() : DcpObject<ExecutableSpec, ExecutableStatus>(Definition.Name), IDcpObject<Executable>
{
    public static DcpKind<Executable> Definition { get; } = new(
        "Executable", "executables", DcpJson.Default.Executable, DcpJson.Default.DcpListExecutable, DcpJson.Default.DcpWatchMessageExecutable);
}
