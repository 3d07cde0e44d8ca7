namespace VoiceAssist.Autoscaling.Plant;

/// <summary>Requests as a fluid: batches by arrival time, served in order by all serving pods together.</summary>
internal sealed class RequestSimulation(RequestService model, double limitCores, double requestCores, double startingCores) : ServiceSimulation
{
    private const double Negligible = 1e-9;

    // How close to saturation the waiting-time formula is still used; beyond, the backlog itself tells the delay.
    private const double HighestLoad = 0.98;

    private readonly Queue<(double Arrival, double Count)> _waiting = new();
    private double _headServed;
    private double _depth;
    private int _serving;
    private double _perSecond;
    private double _busy = 1;

    public override double QueueDepth => _depth;

    // Sakasegawa's approximation for several servers, plus the time to work off what already waits.
    // Computed when asked for: a run is recorded far less often than it is stepped.
    public override double Latency
    {
        get
        {
            if (_serving == 0 || _perSecond <= 0)
            {
                return _depth > 0 ? model.Timeout.TotalSeconds : model.BaseLatency;
            }

            var servers = Math.Max(1, _serving * limitCores);
            var load = Math.Min(HighestLoad, _busy);
            var wait = model.CpuSecondsPerRequest * Math.Pow(load, Math.Sqrt(2 * (servers + 1)) - 1) / (servers * (1 - load));
            return model.BaseLatency + wait + (_depth / _perSecond);
        }
    }

    public override double? OldestArrival => _waiting.TryPeek(out var head) ? head.Arrival : null;

    public override void Step(double now, double step, double arrivals, List<SimulatedPod> pods, Random random)
    {
        var (serving, cores) = Supply(pods);
        var capacity = Math.Max(0, cores - (serving * model.IdleCpu)) / model.CpuSecondsPerRequest * step;
        if (arrivals > 0)
        {
            _waiting.Enqueue((now, arrivals));
            _depth += arrivals;
        }

        var served = Serve(capacity);
        GiveUp(now + step);
        Completed += served;
        InProgress = served / step * model.BaseLatency;
        Use(pods, step, capacity > 0 ? served / capacity : 0, cores, served);
        (_serving, _perSecond, _busy) = (serving, capacity / step, capacity > 0 ? served / capacity : 1);
    }

    public override void Abandon(SimulatedPod pod)
    {
        // Requests in flight end with the pod's drain; none is bound to a pod here.
    }

    public override bool IsBusy(SimulatedPod pod) => false;

    private (int Serving, double Cores) Supply(List<SimulatedPod> pods)
    {
        var (serving, cores) = (0, 0.0);
        for (var i = 0; i < pods.Count; i++)
        {
            if (pods[i].IsServing)
            {
                serving++;
                cores += CoresOf(pods[i]);
            }
        }

        return (serving, cores);
    }

    // The request is guaranteed; only what goes beyond shrinks when the node is short of cores.
    private double CoresOf(SimulatedPod pod) => pod.Node!.Share >= 1
        ? limitCores
        : Math.Max(Math.Min(requestCores, limitCores), limitCores * pod.Node.Share);

    private double Serve(double capacity)
    {
        var served = Math.Min(capacity, _depth);
        var left = served;
        while (left > Negligible && _waiting.TryPeek(out var head))
        {
            var open = head.Count - _headServed;
            if (open > left)
            {
                _headServed += left;
                break;
            }

            left -= open;
            _headServed = 0;
            _waiting.Dequeue();
        }

        _depth = _waiting.Count == 0 ? 0 : _depth - served;
        return served;
    }

    private void GiveUp(double now)
    {
        while (_waiting.TryPeek(out var head) && now - head.Arrival > model.Timeout.TotalSeconds)
        {
            var lost = head.Count - _headServed;
            Unserved += lost;
            _depth = Math.Max(0, _depth - lost);
            _headServed = 0;
            _waiting.Dequeue();
        }
    }

    private void Use(List<SimulatedPod> pods, double step, double busy, double cores, double served)
    {
        for (var i = 0; i < pods.Count; i++)
        {
            var pod = pods[i];
            if (pod.IsServing)
            {
                var own = CoresOf(pod);
                var share = cores > 0 ? own / cores : 0;
                pod.Cores = model.IdleCpu + (Math.Max(0, own - model.IdleCpu) * busy);
                pod.Served += served * share;
                pod.LoadNow = served * share / step;
            }
            else
            {
                pod.Cores = pod.IsRunning && pod.Node is { IsLost: false } ? (pod.IsReady ? model.IdleCpu : startingCores) : 0;
                pod.LoadNow = 0;
            }
        }
    }
}
