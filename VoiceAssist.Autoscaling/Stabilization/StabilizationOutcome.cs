namespace VoiceAssist.Autoscaling.Stabilization;

/// <summary>What the stabilization windows made of a recommendation.</summary>
/// <param name="Raw">What the metrics asked for.</param>
/// <param name="Lowest">Lowest recommendation of the scale-up window (with <paramref name="Raw"/>): growing stops here. Null without a behavior.</param>
/// <param name="Highest">Highest recommendation of the scale-down window (with <paramref name="Raw"/>): shrinking stops here.</param>
/// <param name="UpWindow">Length of the scale-up window; zero without a behavior.</param>
/// <param name="DownWindow">Length of the scale-down window.</param>
/// <param name="Stabilized">The result.</param>
/// <param name="Reason">The AbleToScale reason: ReadyForNewScale, ScaleUpStabilized or ScaleDownStabilized.</param>
public sealed record StabilizationOutcome(
    int Raw,
    int? Lowest,
    int Highest,
    TimeSpan UpWindow,
    TimeSpan DownWindow,
    int Stabilized,
    string Reason)
{
    /// <summary>The reason for people.</summary>
    public string Message => Reason switch
    {
        "ScaleUpStabilized" => "a lower number was recommended within the scale-up window, which holds the growth back",
        "ScaleDownStabilized" => "a higher number was recommended within the scale-down window, which holds the reduction back",
        _ => "no stabilization window holds the recommendation back",
    };
}
