namespace VoiceAssist.Autoscaling.Plant;

/// <summary>A slot's job.</summary>
/// <param name="Remaining">Seconds of work left at full speed; 0 for a free slot.</param>
/// <param name="ArrivedAt">When the job came into the queue.</param>
internal readonly record struct RunningJob(double Remaining, double ArrivedAt)
{
    public bool IsFree => Remaining <= 0;
}
