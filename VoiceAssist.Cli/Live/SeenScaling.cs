namespace VoiceAssist.Cli.Live;

/// <summary>A change of replicas that the controller reported as an event (<c>SuccessfulRescale</c>).</summary>
/// <param name="Time">When.</param>
/// <param name="Size">The new number of replicas.</param>
/// <param name="Reason">Why, in the controller's words.</param>
internal sealed record SeenScaling(DateTimeOffset Time, int Size, string Reason);
