namespace VoiceAssist.Contracts;

/// <summary>One page of jobs, the one accepted last first.</summary>
/// <param name="Jobs">As many as were asked for, or fewer on the last page.</param>
/// <param name="Next">Give it as <c>after</c> to get the next page; absent when there is none.</param>
public sealed record JobList(IReadOnlyList<JobView> Jobs, Guid? Next);
