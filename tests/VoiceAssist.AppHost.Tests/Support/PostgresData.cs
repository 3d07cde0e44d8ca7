using System.Buffers.Binary;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>What the data of a Postgres server that does not run says of it.</summary>
internal static class PostgresData
{
    /// <summary>DB_SHUTDOWNED of enum DBState in src/include/catalog/pg_control.h.</summary>
    private const uint ShutDown = 1;

    /// <summary>Behind uint64 system_identifier, uint32 pg_control_version and uint32 catalog_version_no.</summary>
    private const int StateOffset = 16;

    /// <summary>Whether every server below a directory was shut down, so that its next start needs no recovery.</summary>
    public static bool IsShutDownCleanly(TemporaryDirectory home)
    {
        var controls = Directory.GetFiles(home.Path, "pg_control", SearchOption.AllDirectories);
        return controls.Length > 0 && controls.All(file =>
            BinaryPrimitives.ReadUInt32LittleEndian(File.ReadAllBytes(file).AsSpan(StateOffset)) == ShutDown);
    }
}
