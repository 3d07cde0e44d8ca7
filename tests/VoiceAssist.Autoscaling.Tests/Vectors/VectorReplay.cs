using System.Text.Json.Nodes;
using VoiceAssist.Autoscaling.Conditions;
using VoiceAssist.Autoscaling.Histories;
using VoiceAssist.Autoscaling.Limits;
using VoiceAssist.Autoscaling.Metrics;
using VoiceAssist.Autoscaling.Observations;
using VoiceAssist.Autoscaling.Reconciling;
using VoiceAssist.Autoscaling.Specs;
using VoiceAssist.Autoscaling.Stabilization;

namespace VoiceAssist.Autoscaling.Tests.Vectors;

/// <summary>Runs one vector and compares.</summary>
internal static class VectorReplay
{
    public static void Run(JsonNode vector)
    {
        Action<JsonNode> replay = (string)vector["kind"]! switch
        {
            "metric" => Metric,
            "reconcile" => Reconcile,
            "classifyPods" => ClassifyPods,
            "clampNoBehavior" => ClampNoBehavior,
            "rateLimit" => RateLimit,
            "rateLimitOnly" => RateLimitOnly,
            "stabilize" => Stabilize,
            "stabilizeNoBehavior" => StabilizeNoBehavior,
            "storeScaleEvent" => StoreScaleEvent,
            "utilizationRatio" => UtilizationRatio,
            "usageRatio" => UsageRatio,
            var kind => throw new InvalidDataException($"Vector {vector["id"]}: unknown kind '{kind}'."),
        };
        replay(vector);
    }

    private static void Metric(JsonNode vector)
    {
        var metric = vector["metric"]!;
        var tolerance = new Tolerance((double)vector["tolerance"]!["down"]!, (double)vector["tolerance"]!["up"]!);
        var current = (int)vector["currentReplicas"]!;
        var observation = new Observation
        {
            Now = VectorInput.Now,
            SpecReplicas = current,
            StatusReplicas = current,
            Pods = VectorInput.Pods(vector["pods"], (string?)metric["resource"] ?? "cpu"),
        };
        var spec = AutoscalerSpec.From(VectorInput.Autoscaler(vector, [metric])).Metrics[0];
        var result = MetricEvaluator.Evaluate(spec, VectorInput.Answer(metric), observation, tolerance, VectorInput.Settings(vector));
        if ((string?)vector["expectedError"] is { } error)
        {
            Assert.True(result.HasFailed);
            Assert.Contains(error, result.Error, StringComparison.Ordinal);
            return;
        }

        Assert.False(result.HasFailed, result.Error);
        Assert.Equal((int)vector["expectedDesired"]!, result.Proposal);
        Assert.Equal((int?)vector["expectedUtilization"], result.Utilization);
        Assert.Equal((long?)vector["expectedRawMilli"] ?? (long)vector["expectedUsageMilli"]!, result.Value);
    }

    private static void Reconcile(JsonNode vector)
    {
        var settings = VectorInput.Settings(vector);
        var state = new AutoscalerState();
        if (vector["recommendations"] is { } recommendations)
        {
            state.History.Restore(VectorInput.Recommendations(recommendations), [], []);
        }

        foreach (var condition in vector["initialConditions"]?.AsArray() ?? [])
        {
            state.Conditions.Set(Enum.Parse<ConditionType>((string)condition!["type"]!), (string)condition["status"]! == "True", (string)condition["reason"]!, "", VectorInput.Now);
        }

        var metrics = vector["metrics"]!.AsArray();
        var decision = new Reconciler(settings).Reconcile(AutoscalerSpec.From(VectorInput.Autoscaler(vector, metrics)), state, new()
        {
            Now = VectorInput.Now,
            SpecReplicas = (int)vector["specReplicas"]!,
            StatusReplicas = (int)vector["statusReplicas"]!,
            Pods = VectorInput.Pods(vector["pods"], "cpu"),
            Metrics = [.. metrics.Select(m => VectorInput.Answer(m!))],
        });

        Assert.Equal((int)vector["expectedDesired"]!, decision.Desired);
        Assert.Equal(
            vector["expectedConditions"]!.AsArray().Select(c => $"{c!["type"]} {c["status"]} {c["reason"]}").Order(),
            decision.Conditions.Select(c => $"{c.Type} {c.Status} {c.Reason}").Order());
        Assert.NotEmpty(decision.Explain());
    }

    private static void ClassifyPods(JsonNode vector)
    {
        var resource = (string)vector["resource"]!;
        var samples = VectorInput.Samples(vector["podMetrics"]);
        var groups = VectorInput.Pods(vector["pods"], resource).ToLookup(
            p => PodGrouping.Classify(
                p,
                samples.Where(s => s.Pod == p.Name).Select(s => (PodSample?)s).FirstOrDefault(),
                resource == "cpu",
                VectorInput.Now,
                VectorInput.Settings(vector)),
            p => p.Name);

        Assert.Equal((int)vector["expectedReadyCount"]!, groups[PodGroup.Counted].Count());
        Assert.Equal(Names("expectedUnready"), groups[PodGroup.Unready].Order());
        Assert.Equal(Names("expectedMissing"), groups[PodGroup.Missing].Order());
        Assert.Equal(Names("expectedIgnored"), groups[PodGroup.Ignored].Order());

        IEnumerable<string> Names(string field) => vector[field]!.AsArray().Select(n => (string)n!).Order();
    }

    private static void ClampNoBehavior(JsonNode vector)
    {
        var spec = AutoscalerSpec.From(VectorInput.Autoscaler(vector, []));
        var outcome = ReplicaLimiter.WithoutBehavior(spec, (int)vector["currentReplicas"]!, (int)vector["proposed"]!, VectorInput.Settings(vector));
        ExpectLimit(vector, outcome);
    }

    private static void RateLimit(JsonNode vector)
    {
        var spec = AutoscalerSpec.From(VectorInput.Autoscaler(vector, []));
        var outcome = ReplicaLimiter.WithBehavior(spec, spec.Behavior!, History(vector), (int)vector["currentReplicas"]!, (int)vector["proposed"]!, VectorInput.Now);
        ExpectLimit(vector, outcome);
    }

    private static void RateLimitOnly(JsonNode vector)
    {
        var up = (string)vector["direction"]! == "up";
        var rules = VectorInput.Rules(vector["rules"]);
        var behavior = SpecReader.ReadBehavior(new() { ScaleUp = up ? rules : null, ScaleDown = up ? null : rules })!;
        var spec = new AutoscalerSpec("limit", 0, int.MaxValue, [], behavior);
        var outcome = ReplicaLimiter.WithBehavior(spec, behavior, History(vector), (int)vector["currentReplicas"]!, up ? int.MaxValue : int.MinValue, VectorInput.Now);
        Assert.Equal((int)vector["expectedLimit"]!, outcome.RateLimit);
    }

    private static void Stabilize(JsonNode vector)
    {
        var history = History(vector);
        var outcome = Stabilizer.WithBehavior(
            history,
            (int)vector["currentReplicas"]!,
            (int)vector["proposed"]!,
            VectorInput.Now,
            VectorInput.Seconds(vector["scaleUpWindowSeconds"], 0),
            VectorInput.Seconds(vector["scaleDownWindowSeconds"], 0));
        Assert.Equal((int)vector["expectedDesired"]!, outcome.Stabilized);
        if (vector["expectedHistory"] is JsonArray expected)
        {
            Assert.Equal(expected.Select(r => (int)r!), history.Recommendations.Select(r => r.Replicas));
        }
    }

    private static void StabilizeNoBehavior(JsonNode vector)
    {
        var history = History(vector);
        var window = VectorInput.Seconds(vector["downscaleStabilizationSeconds"], 300);
        var outcome = Stabilizer.WithoutBehavior(history, (int)vector["proposed"]!, VectorInput.Now, window);
        Assert.Equal((int)vector["expectedDesired"]!, outcome.Stabilized);
        Assert.Equal((int)vector["expectedHistoryLength"]!, history.Recommendations.Count);
    }

    private static void StoreScaleEvent(JsonNode vector)
    {
        var rules = VectorInput.Rules(vector["rules"]);
        var change = (int)vector["replicaChange"]!;
        foreach (var up in new[] { true, false })
        {
            var behavior = rules is null ? null : SpecReader.ReadBehavior(new() { ScaleUp = up ? rules : null, ScaleDown = up ? null : rules });
            var history = new ScalingHistory();
            var events = VectorInput.Events(vector["events"]).ToArray();
            history.Restore([], up ? events : [], up ? [] : events);
            Assert.Equal((int)vector["expectedChangeInLast60s"]!, ScalingHistory.ChangeWithin(up ? history.UpEvents : history.DownEvents, 60, VectorInput.Now));

            history.RecordChange(behavior, 10, up ? 10 + change : 10 - change, VectorInput.Now);
            Assert.Equal(
                vector["expectedEventChanges"]!.AsArray().Select(c => (int)c!),
                (up ? history.UpEvents : history.DownEvents).Select(e => e.Change));
        }
    }

    private static void UtilizationRatio(JsonNode vector)
    {
        var requests = vector["requestsMilli"]!.AsObject();
        var samples = VectorInput.Samples(vector["podMetrics"]).Where(s => requests.ContainsKey(s.Pod)).ToArray();
        var measured = Ratios.Utilization(samples.Sum(s => s.Milli), samples.Sum(s => (long)requests[s.Pod]!), samples.Length, (long)vector["targetUtilization"]!);
        Assert.Equal((double)vector["expectedRatio"]!, measured.Ratio);
        Assert.Equal((int)vector["expectedUtilization"]!, measured.Utilization);
        Assert.Equal((long)vector["expectedRawMilli"]!, measured.Average);
    }

    private static void UsageRatio(JsonNode vector)
    {
        var samples = VectorInput.Samples(vector["podMetrics"]);
        var measured = Ratios.Average(samples.Sum(s => s.Milli), samples.Length, (long)vector["targetMilli"]!);
        Assert.Equal((double)vector["expectedRatio"]!, measured.Ratio);
        Assert.Equal((long)vector["expectedUsageMilli"]!, measured.Average);
    }

    private static ScalingHistory History(JsonNode vector)
    {
        var history = new ScalingHistory();
        history.Restore(
            VectorInput.Recommendations(vector["recommendations"]),
            VectorInput.Events(vector["scaleUpEvents"]),
            VectorInput.Events(vector["scaleDownEvents"]));
        return history;
    }

    private static void ExpectLimit(JsonNode vector, LimitOutcome outcome)
    {
        Assert.Equal((int)vector["expectedDesired"]!, outcome.Result);
        Assert.Equal((string)vector["expectedReason"]!, outcome.Reason);
    }
}
