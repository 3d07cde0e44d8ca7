using VoiceAssist.Autoscaling.Workloads;

namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>Another load, later.</summary>
internal sealed record DelayedLoad(Load Inner, TimeSpan By) : Load
{
    public override double RateAt(TimeSpan time) => time < By ? 0 : Inner.RateAt(time - By);
}
