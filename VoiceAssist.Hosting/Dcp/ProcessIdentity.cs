using System.Runtime.InteropServices;

namespace Aspire.Hosting.Dcp;

/// <summary>One process, not whichever one has its number later.</summary>
/// <param name="Pid">The number.</param>
/// <param name="StartTicks">From <c>/proc/{pid}/stat</c>: when it started, in 1/100 s since the machine did.</param>
internal readonly record struct ProcessIdentity(int Pid, long StartTicks)
{
    private const int SigTerm = 15;
    private const int SigKill = 9;

    // 1/100 s: the unit of /proc on every architecture .NET runs on.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    /// <summary>The process of that number now, or null if there is none (or no /proc to ask).</summary>
    public static ProcessIdentity? Find(int pid) => ProcessTable.ReadStat(pid)?.Identity;

    /// <summary>False once it is gone; a zombie that nobody has collected yet counts as gone.</summary>
    public bool IsAlive => ProcessTable.ReadStat(Pid) is { IsZombie: false } stat && stat.Identity == this;

    /// <summary>In the form DCP wants for <c>--monitor-identity-time</c>: the ticks counted from year 1.</summary>
    public DateTime IdentityTime => DateTime.SpecifyKind(DateTime.MinValue + (Tick * StartTicks), DateTimeKind.Utc);

    public void Terminate() => Send(SigTerm);

    public void Kill() => Send(SigKill);

    private void Send(int signal)
    {
        if (IsAlive)
        {
            // The result says nothing useful: a process that has just gone, or one that is not ours to end.
            _ = SendSignal(Pid, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int pid, int signal);
}
