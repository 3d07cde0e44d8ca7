using k8s.Models;
using VoiceAssist.Autoscaling.Tests.Environments;
using VoiceAssist.Autoscaling.Validation;

namespace VoiceAssist.Autoscaling.Tests.Validation;

public class HorizontalPodAutoscalerValidatorTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("staging")]
    [InlineData("prod")]
    public void The_autoscalers_of_an_environment_are_accepted(string environment)
    {
        var figures = VoiceAssistEnvironments.ByName(environment);
        Assert.Empty(HorizontalPodAutoscalerValidator.Validate(figures.Gateway.Autoscaler));
        Assert.Empty(HorizontalPodAutoscalerValidator.Validate(figures.Worker.Autoscaler));
    }

    public static TheoryData<string, Action<V2HorizontalPodAutoscaler>> Refused => new()
    {
        { "metadata.name: Required value: name or generateName is required", h => h.Metadata.Name = null },
        { "spec.minReplicas: Invalid value: 0: must be greater than or equal to 1", h => h.Spec.MinReplicas = 0 },
        { "spec.maxReplicas: Invalid value: 0: must be greater than 0", h => h.Spec.MaxReplicas = 0 },
        { "spec.maxReplicas: Invalid value: 1: must be greater than or equal to `minReplicas`", h => { h.Spec.MinReplicas = 2; h.Spec.MaxReplicas = 1; } },
        { "spec.scaleTargetRef.kind: Required value", h => h.Spec.ScaleTargetRef.Kind = "" },
        { "spec.scaleTargetRef.name: Invalid value: \"a/b\": may not contain '/'", h => h.Spec.ScaleTargetRef.Name = "a/b" },
        { "spec.scaleTargetRef.name: Invalid value: \"..\": may not be '..'", h => h.Spec.ScaleTargetRef.Name = ".." },
        { "spec.metrics[0].type: Required value: must specify a metric source type", h => h.Spec.Metrics[0].Type = "" },
        { "spec.metrics[0].type: Unsupported value: \"Bogus\": supported values: \"ContainerResource\", \"External\", \"Object\", \"Pods\", \"Resource\"", h => h.Spec.Metrics[0].Type = "Bogus" },
        { "spec.metrics[0].resource: Required value: must populate information for the given metric source", h => h.Spec.Metrics[0].Resource = null },
        { "spec.metrics[0].pods: Forbidden: must populate the given metric source only", h => h.Spec.Metrics[0].Pods = h.Spec.Metrics[2].Pods },
        { "spec.metrics[0].resource.name: Required value: must specify a resource name", h => h.Spec.Metrics[0].Resource.Name = "" },
        { "spec.metrics[0].resource.target.type: Required value: must specify a metric target type", h => h.Spec.Metrics[0].Resource.Target.Type = "" },
        { "spec.metrics[0].resource.target.type: Invalid value: \"Average\": must be either Utilization, Value, or AverageValue", h => h.Spec.Metrics[0].Resource.Target.Type = "Average" },
        { "spec.metrics[0].resource.target.averageUtilization: Required value: must set either a target raw value or a target utilization", h => h.Spec.Metrics[0].Resource.Target.AverageUtilization = null },
        { "spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0", h => h.Spec.Metrics[0].Resource.Target.AverageUtilization = 0 },
        { "spec.metrics[0].resource.target.averageValue: Forbidden: may not set both a target raw value and a target utilization", h => h.Spec.Metrics[0].Resource.Target.AverageValue = new("1") },
        { "spec.metrics[2].pods.metric.name: Required value: must specify a metric name", h => h.Spec.Metrics[2].Pods.Metric.Name = "" },
        { "spec.metrics[2].pods.metric.name: Invalid value: \"50%\": may not contain '%'", h => h.Spec.Metrics[2].Pods.Metric.Name = "50%" },
        { "spec.metrics[2].pods.target.averageValue: Required value: must specify a positive target averageValue", h => h.Spec.Metrics[2].Pods.Target.AverageValue = null },
        { "spec.metrics[2].pods.target.averageValue: Invalid value: \"0\": must be positive", h => h.Spec.Metrics[2].Pods.Target.AverageValue = new("0") },
        { "spec.metrics[2].pods.target.averageValue: Invalid value: \"-1\": must be positive", h => h.Spec.Metrics[2].Pods.Target.AverageValue = new("-1") },
        { "spec.behavior.scaleUp.stabilizationWindowSeconds: Invalid value: -1: must be greater than or equal to zero", h => h.Spec.Behavior.ScaleUp.StabilizationWindowSeconds = -1 },
        { "spec.behavior.scaleDown.stabilizationWindowSeconds: Invalid value: 3601: must be less than or equal to 3600", h => h.Spec.Behavior.ScaleDown.StabilizationWindowSeconds = 3601 },
        { "spec.behavior.scaleUp.selectPolicy: Unsupported value: \"Most\": supported values: \"Disabled\", \"Max\", \"Min\"", h => h.Spec.Behavior.ScaleUp.SelectPolicy = "Most" },
        { "spec.behavior.scaleUp.policies: Required value: must specify at least one Policy", h => h.Spec.Behavior.ScaleUp.Policies = [] },
        { "spec.behavior.scaleUp.policies[0].type: Unsupported value: \"Cores\": supported values: \"Percent\", \"Pods\"", h => h.Spec.Behavior.ScaleUp.Policies[0].Type = "Cores" },
        { "spec.behavior.scaleUp.policies[0].value: Invalid value: 0: must be greater than zero", h => h.Spec.Behavior.ScaleUp.Policies[0].Value = 0 },
        { "spec.behavior.scaleUp.policies[1].periodSeconds: Invalid value: 0: must be greater than zero", h => h.Spec.Behavior.ScaleUp.Policies[1].PeriodSeconds = 0 },
        { "spec.behavior.scaleUp.policies[1].periodSeconds: Invalid value: 1801: must be less than or equal to 1800", h => h.Spec.Behavior.ScaleUp.Policies[1].PeriodSeconds = 1801 },
        { "spec.behavior.scaleDown.tolerance: Invalid value: \"-100m\": must be greater than or equal to 0", h => h.Spec.Behavior.ScaleDown.Tolerance = new("-0.1") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_the_api_server_refuses_is_refused_with_its_reason(string error, Action<V2HorizontalPodAutoscaler> damage)
    {
        var autoscaler = Accepted();
        damage(autoscaler);
        Assert.Contains(error, HorizontalPodAutoscalerValidator.Validate(autoscaler).Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("External", "spec.metrics[0].external.target.value: Forbidden: may not set both a target value for metric and a per-pod target")]
    [InlineData("ContainerResource", "spec.metrics[0].containerResource.container: Required value: must specify a container")]
    [InlineData("Object", "spec.metrics[0].object.describedObject.kind: Required value")]
    public void The_other_sources_have_their_own_rules(string type, string error)
    {
        var autoscaler = Accepted();
        var target = new V2MetricTarget { Type = "Value", Value = new("1"), AverageValue = new("1") };
        autoscaler.Spec.Metrics =
        [
            new()
            {
                Type = type,
                External = type == "External" ? new() { Metric = new() { Name = "m" }, Target = target } : null,
                ContainerResource = type == "ContainerResource" ? new() { Name = "cpu", Target = target } : null,
                ObjectProperty = type == "Object" ? new() { Metric = new() { Name = "m" }, DescribedObject = new() { Name = "o" }, Target = target } : null,
            },
        ];
        Assert.Contains(error, HorizontalPodAutoscalerValidator.Validate(autoscaler).Select(e => e.ToString()));
    }

    [Fact]
    public void Scale_to_zero_needs_the_gate_and_an_object_or_external_metric()
    {
        var autoscaler = Accepted();
        autoscaler.Spec.MinReplicas = 0;
        Assert.Contains(
            "spec.metrics: Forbidden: must specify at least one Object or External metric to support scaling to zero replicas",
            HorizontalPodAutoscalerValidator.Validate(autoscaler, new() { ScaleToZero = true }).Select(e => e.ToString()));
    }

    [Fact]
    public void A_tolerance_is_not_looked_at_with_its_gate_off()
    {
        var autoscaler = Accepted();
        autoscaler.Spec.Behavior.ScaleDown.Tolerance = new("-0.1");
        Assert.Empty(HorizontalPodAutoscalerValidator.Validate(autoscaler, new() { ConfigurableTolerance = false }));
    }

    [Fact]
    public void All_reasons_are_in_the_exception()
    {
        var autoscaler = Accepted();
        autoscaler.Spec.MaxReplicas = 0;
        autoscaler.Spec.ScaleTargetRef.Kind = "";
        var exception = Assert.Throws<InvalidAutoscalerException>(() => HorizontalPodAutoscalerValidator.ThrowIfInvalid(autoscaler));
        Assert.Equal(["spec.maxReplicas", "spec.maxReplicas", "spec.scaleTargetRef.kind"], exception.Errors.Select(e => e.Path));
    }

    private static V2HorizontalPodAutoscaler Accepted() =>
        k8s.KubernetesJson.Deserialize<V2HorizontalPodAutoscaler>(k8s.KubernetesJson.Serialize(VoiceAssistEnvironments.Dev.Gateway.Autoscaler));
}
