namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Jobs one by one: a shared queue in order of arrival, slots on pods, returned jobs first.</summary>
internal sealed class JobSimulation(JobService model, double limitCores, double requestCores, double startingCores) : ServiceSimulation
{
    private readonly Queue<double> _waiting = new();
    private readonly Stack<double> _returned = new();
    private double _fraction;
    private int _slotsServing;

    public override double QueueDepth => _waiting.Count + _returned.Count;

    public override double? OldestArrival =>
        _returned.TryPeek(out var returned) ? returned : _waiting.TryPeek(out var waiting) ? waiting : null;

    public override double Latency =>
        model.Duration.Mean + (_slotsServing == 0 ? 0 : QueueDepth * model.Duration.Mean / _slotsServing);

    public int Slots => model.Slots;

    public override void Step(double now, double step, double arrivals, List<SimulatedPod> pods, Random random)
    {
        // Deterministic loads bring fractions of a job; a job comes when a whole one has gathered.
        _fraction += arrivals;
        for (; _fraction >= 1; _fraction--)
        {
            _waiting.Enqueue(now);
        }

        var running = 0;
        for (var i = 0; i < pods.Count; i++)
        {
            running += Work(pods[i], now, step, random);
        }

        InProgress = running;
        _slotsServing = ServingSlots(pods);
    }

    public override void Abandon(SimulatedPod pod)
    {
        for (var slot = pod.Slots.Length - 1; slot >= 0; slot--)
        {
            if (!pod.Slots[slot].IsFree)
            {
                _returned.Push(pod.Slots[slot].ArrivedAt);
                pod.Slots[slot] = default;
            }
        }
    }

    public override bool IsBusy(SimulatedPod pod) => Array.Exists(pod.Slots, s => !s.IsFree);

    private int Work(SimulatedPod pod, double now, double step, Random random)
    {
        pod.LoadNow = 0;
        if (!pod.IsRunning || pod.Node is not { IsLost: false } node)
        {
            pod.Cores = 0;
            return 0;
        }

        if (!pod.IsReady)
        {
            pod.Cores = startingCores;
            return 0;
        }

        // Speed follows the slots taken at the start of the step; a job taken within it runs at the same speed.
        var busyBefore = Busy(pod) + Math.Min(pod.IsServing ? model.Slots : 0, QueueDepth);
        var wanted = Math.Min(busyBefore, model.Slots) * model.CpuPerJob;
        var available = Available(node);
        var speed = wanted <= available ? 1 : available / wanted;
        var busySeconds = 0.0;
        for (var slot = 0; slot < pod.Slots.Length; slot++)
        {
            busySeconds += WorkSlot(pod, slot, now, step, speed, random);
        }

        var running = Busy(pod);
        pod.LoadNow = running;
        pod.Cores = model.IdleCpu + (busySeconds / step * model.CpuPerJob * speed);
        return running;
    }

    // Returns the seconds of the step in which the slot had work.
    private double WorkSlot(SimulatedPod pod, int slot, double now, double step, double speed, Random random)
    {
        var left = step;
        while (left > 0)
        {
            var job = pod.Slots[slot];
            if (job.IsFree)
            {
                if (!pod.IsServing || !TryTake(out var arrival))
                {
                    break;
                }

                job = new(Math.Max(1e-3, model.Duration.Sample(random)), arrival);
                pod.Served++;
            }

            var needed = job.Remaining / speed;
            if (needed > left)
            {
                pod.Slots[slot] = job with { Remaining = job.Remaining - (left * speed) };
                return step;
            }

            left -= needed;
            pod.Slots[slot] = default;
            Completed++;
        }

        return step - left;
    }

    private bool TryTake(out double arrival) => _returned.TryPop(out arrival) || _waiting.TryDequeue(out arrival);

    private double Available(SimulatedNode node) =>
        Math.Max(0.001, node.Share >= 1 ? limitCores : Math.Max(Math.Min(requestCores, limitCores), limitCores * node.Share) - model.IdleCpu);

    private int ServingSlots(List<SimulatedPod> pods)
    {
        var slots = 0;
        for (var i = 0; i < pods.Count; i++)
        {
            slots += pods[i].IsServing ? model.Slots : 0;
        }

        return slots;
    }

    private static int Busy(SimulatedPod pod)
    {
        var busy = 0;
        foreach (var slot in pod.Slots)
        {
            busy += slot.IsFree ? 0 : 1;
        }

        return busy;
    }
}
