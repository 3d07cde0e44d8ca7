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
        { "metadata.name: Invalid value: \"Web_1\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')", h => h.Metadata.Name = "Web_1" },
        { $"metadata.name: Invalid value: \"{new string('a', 254)}\": must be no more than 253 bytes", h => h.Metadata.Name = new('a', 254) },
        { "spec: Required value", h => h.Spec = null },
        { "spec.minReplicas: Invalid value: 0: must be greater than or equal to 1", h => h.Spec.MinReplicas = 0 },
        { "spec.maxReplicas: Invalid value: 0: must be greater than 0", h => h.Spec.MaxReplicas = 0 },
        { "spec.maxReplicas: Invalid value: 1: must be greater than or equal to `minReplicas`", h => { h.Spec.MinReplicas = 2; h.Spec.MaxReplicas = 1; } },
        { "spec.scaleTargetRef.kind: Required value", h => h.Spec.ScaleTargetRef.Kind = "" },
        { "spec.scaleTargetRef.kind: Invalid value: \"Deploy/ment\": may not contain '/'", h => h.Spec.ScaleTargetRef.Kind = "Deploy/ment" },
        { "spec.scaleTargetRef.name: Required value", h => h.Spec.ScaleTargetRef.Name = null },
        { "spec.scaleTargetRef.name: Required value", h => h.Spec.ScaleTargetRef = null },
        { "spec.scaleTargetRef.apiVersion: Invalid value: \"\": apiVersion must specify API group", h => h.Spec.ScaleTargetRef.ApiVersion = null },
        { "spec.scaleTargetRef.apiVersion: Invalid value: \"v1\": apiVersion must specify API group", h => h.Spec.ScaleTargetRef.ApiVersion = "v1" },
        { "spec.scaleTargetRef.apiVersion: Invalid value: \"/v1\": apiVersion must specify API group", h => h.Spec.ScaleTargetRef.ApiVersion = "/v1" },
        { "spec.scaleTargetRef.apiVersion: Invalid value: \"/\": apiVersion must specify API group", h => h.Spec.ScaleTargetRef.ApiVersion = "/" },
        { "spec.scaleTargetRef.apiVersion: Invalid value: \"apps/v1/v2\": unexpected GroupVersion string: apps/v1/v2", h => h.Spec.ScaleTargetRef.ApiVersion = "apps/v1/v2" },
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

    public static TheoryData<string, V2MetricSpec> OtherSources => new()
    {
        { "spec.metrics[0].external.target.value: Forbidden: may not set both a target value for metric and a per-pod target", External(Both) },
        { "spec.metrics[0].external.target.averageValue: Required value: must set either a target value for metric or a per-pod target", External(Neither) },
        { "spec.metrics[0].external.metric.name: Required value: must specify a metric name", new() { Type = "External", External = new() { Metric = new(), Target = Value } } },
        { "spec.metrics[0].object.target.averageValue: Required value: must set either a target value or averageValue", Object(target: Neither) },
        { "spec.metrics[0].object.describedObject.kind: Required value", Object(new() { Name = "o" }) },
        { "spec.metrics[0].object.describedObject.apiVersion: Invalid value: \"a/b/c\": unexpected GroupVersion string: a/b/c", Object(new() { Kind = "Service", Name = "o", ApiVersion = "a/b/c" }) },
        { "spec.metrics[0].containerResource.container: Required value: must specify a container", Container("cpu", "") },
        { "spec.metrics[0].containerResource.container: Invalid value: \"App\": a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')", Container("cpu", "App") },
        { $"spec.metrics[0].containerResource.container: Invalid value: \"{new string('a', 64)}\": must be no more than 63 bytes", Container("cpu", new('a', 64)) },
        { "spec.metrics[0].containerResource.name: Required value: must specify a resource name", Container("", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"disk\": must be a standard resource type or fully qualified", Container("disk", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"disk\": must be a standard resource for containers", Container("disk", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"pods\": must be a standard resource for containers", Container("pods", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"-\": must be a standard resource for containers", Container("-", "app") },
        { $"spec.metrics[0].containerResource.name: Invalid value: \"-\": name part {Qualified}", Container("-", "app") },
        { $"spec.metrics[0].containerResource.name: Invalid value: \"a/b/c\": a qualified name {Qualified} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')", Container("a/b/c", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"/gpu\": prefix part must be non-empty", Container("/gpu", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"example.com/\": name part must be non-empty", Container("example.com/", "app") },
        { "spec.metrics[0].containerResource.name: Invalid value: \"requests.example.com/gpu\": doesn't follow extended resource name standard", Container("requests.example.com/gpu", "app") },
    };

    private const string Qualified =
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character "
        + "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private static V2MetricTarget Value => new() { Type = "Value", Value = new("1") };

    private static V2MetricTarget Both => new() { Type = "Value", Value = new("1"), AverageValue = new("1") };

    private static V2MetricTarget Neither => new() { Type = "Value" };

    [Theory]
    [MemberData(nameof(OtherSources))]
    public void The_other_sources_have_their_own_rules(string error, V2MetricSpec metric)
    {
        var autoscaler = Accepted();
        autoscaler.Spec.Metrics = [metric];
        Assert.Contains(error, HorizontalPodAutoscalerValidator.Validate(autoscaler).Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("hugepages-2Mi")]
    [InlineData("example.com/gpu")]
    [InlineData("pool.kubernetes.io/requests.x")]
    public void A_container_resource_is_standard_or_qualified(string name)
    {
        var autoscaler = Accepted();
        autoscaler.Spec.Metrics = [Container(name, "app")];
        Assert.Empty(HorizontalPodAutoscalerValidator.Validate(autoscaler));
    }

    [Fact]
    public void Only_a_replication_controller_and_a_described_object_may_be_of_the_core_group()
    {
        var autoscaler = Accepted();
        autoscaler.Spec.ScaleTargetRef = new() { Kind = "ReplicationController", Name = "web" };
        autoscaler.Spec.Metrics = [Object(new() { Kind = "Service", Name = "web", ApiVersion = "v1" })];
        Assert.Empty(HorizontalPodAutoscalerValidator.Validate(autoscaler));
    }

    private static V2MetricSpec External(V2MetricTarget target) => new() { Type = "External", External = new() { Metric = new() { Name = "m" }, Target = target } };

    private static V2MetricSpec Object(V2CrossVersionObjectReference? described = null, V2MetricTarget? target = null) => new()
    {
        Type = "Object",
        ObjectProperty = new()
        {
            Metric = new() { Name = "m" },
            DescribedObject = described ?? new() { Kind = "Service", Name = "o" },
            Target = target ?? Value,
        },
    };

    private static V2MetricSpec Container(string resource, string container) => new()
    {
        Type = "ContainerResource",
        ContainerResource = new() { Name = resource, Container = container, Target = new() { Type = "Utilization", AverageUtilization = 50 } },
    };

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
