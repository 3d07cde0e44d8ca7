namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>From one rate to another in a straight line, then constant.</summary>
public sealed record RampLoad(double Start, double End, TimeSpan From, TimeSpan To) : Load
{
    private readonly double _start = Rate(Start, nameof(Start));
    private readonly double _end = Rate(End, nameof(End));

    public override double RateAt(TimeSpan time)
    {
        if (time >= To)
        {
            return _end;
        }

        return time <= From ? _start : _start + ((_end - _start) * ((time - From) / (To - From)));
    }
}
