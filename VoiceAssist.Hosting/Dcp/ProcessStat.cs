namespace Aspire.Hosting.Dcp;

/// <summary>What <c>/proc/{pid}/stat</c> says about a process.</summary>
internal readonly record struct ProcessStat(ProcessIdentity Identity, int ParentPid, bool IsZombie);
