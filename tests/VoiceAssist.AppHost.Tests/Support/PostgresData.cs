using System.Buffers.Binary;
using System.Diagnostics;

namespace VoiceAssist.AppHost.Tests.Support;

/// <summary>The data of Postgres servers below a directory.</summary>
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

    /// <summary>From now on no server, of those that run, waits for the disk: when other processes keep that busy, the sync at its end may take longer than a stop allows.</summary>
    public static async Task StopSyncingAsync(TemporaryDirectory home)
    {
        foreach (var file in Directory.GetFiles(home.Path, "postmaster.pid", SearchOption.AllDirectories))
        {
            await File.AppendAllTextAsync(Path.Combine(Path.GetDirectoryName(file)!, "postgresql.conf"), "\nfsync = off\n");
            using var reload = Process.Start("kill", ["-HUP", (await File.ReadAllLinesAsync(file))[0]]);
            await reload.WaitForExitAsync();
            Assert.Equal(0, reload.ExitCode);
        }
    }
}
