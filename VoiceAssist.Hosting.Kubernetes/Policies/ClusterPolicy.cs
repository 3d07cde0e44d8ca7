using System.Runtime.CompilerServices;

namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>What holds for a whole namespace: its environments, their settings, limits and what the cluster offers.</summary>
public sealed class ClusterPolicy : Policy<ClusterPolicy>
{
    private readonly SortedDictionary<string, Figure<string>> _settings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _suppressed = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _monitorLabels = new(StringComparer.Ordinal);
    private string[] _names = [];
    private string? _prometheusUrl;

    /// <value>The environments that are published, in order.</value>
    public IReadOnlyList<string> EnvironmentNames => _names;

    /// <value>What the ConfigMap of the environment holds.</value>
    public IReadOnlyDictionary<string, Figure<string>> Settings => _settings;

    /// <value>The ConfigMap's name. Default <c>autoscaling-config</c>.</value>
    public string SettingsName { get; private set; } = "autoscaling-config";

    /// <value>The Secret that holds every secret of the app. Default <c>APP-secrets</c>.</value>
    public string? SecretName { get; private set; }

    /// <value>The registry before the images of the app's projects; null: none.</value>
    public string? Registry { get; private set; }

    /// <value>The tag of the images of the app's projects. Default <c>latest</c>.</value>
    public string ImageTag { get; private set; } = "latest";

    /// <value>The oldest Kubernetes the manifests are for, e.g. 1.27. Fields that are newer are left out or refused.</value>
    public Version MinimumKubernetes { get; private set; } = new(1, 27);

    /// <value>The Pod Security level of the namespace. Default <c>restricted</c>.</value>
    public string PodSecurity { get; private set; } = "restricted";

    /// <value>Who serves custom and external metrics.</value>
    public MetricsBackend MetricsBackend { get; private set; } = MetricsBackend.PrometheusAdapter;

    /// <value>The namespace in which Prometheus runs. Default <c>monitoring</c>.</value>
    public string MonitoringNamespace { get; private set; } = "monitoring";

    /// <value>Where Prometheus answers queries. Default: the operator's own Service in <see cref="MonitoringNamespace"/>.</value>
    public string PrometheusUrl => _prometheusUrl ?? $"http://prometheus-operated.{MonitoringNamespace}.svc:9090";

    /// <value>Labels by which a Prometheus picks ServiceMonitors and PrometheusRules. Default: none.</value>
    public IReadOnlyDictionary<string, string> MonitorLabels => _monitorLabels;

    /// <value>The alerts; null: none.</value>
    public AlertRules? Alerts { get; private set; }

    /// <value>The container and pod limits of the namespace; null: none.</value>
    public ContainerLimits? Limits { get; private set; }

    /// <value>Whether the cluster scales to zero (feature gate HPAScaleToZero).</value>
    public bool ScalesToZero { get; private set; }

    /// <value>Warnings that are not printed: the check's id and the reason.</value>
    public IReadOnlyDictionary<string, string> Suppressed => _suppressed;

    /// <summary>The environments that are published.</summary>
    public ClusterPolicy Publishes(params string[] names)
    {
        _names = [.. names.Select(n => Names.Checked("environment", n))];
        return this;
    }

    /// <summary>A setting of the ConfigMap that workloads read.</summary>
    public ClusterPolicy Setting(string name, string value, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        _settings[name] = new(value, because, new(file, line));
        return this;
    }

    /// <summary>The ConfigMap's name.</summary>
    public ClusterPolicy SettingsIn(string configMap) => Set(() => SettingsName = Names.Checked("ConfigMap", configMap));

    /// <summary>The Secret that holds every secret of the app; who deploys creates it.</summary>
    public ClusterPolicy SecretsIn(string secret) => Set(() => SecretName = Names.Checked("Secret", secret));

    /// <summary>Registry and tag of the images of the app's projects.</summary>
    public ClusterPolicy Images(string? registry, string tag) => Set(() => (Registry, ImageTag) = (registry, tag));

    /// <summary>The oldest Kubernetes the manifests are for.</summary>
    public ClusterPolicy RequiresKubernetes(string version) => Set(() => MinimumKubernetes = Version.Parse(version));

    /// <summary>The Pod Security level of the namespace.</summary>
    public ClusterPolicy PodSecurityLevel(string level) => Set(() => PodSecurity = level is "privileged" or "baseline" or "restricted"
        ? level
        : throw new ArgumentException($"The Pod Security level '{level}' is not known. Allowed: privileged, baseline, restricted.", nameof(level)));

    /// <summary>Who serves custom and external metrics, the namespace in which Prometheus runs, and its URL if it is not the operator's.</summary>
    public ClusterPolicy Metrics(MetricsBackend backend, string monitoringNamespace = "monitoring", string? prometheusUrl = null) =>
        Set(() => (MetricsBackend, MonitoringNamespace, _prometheusUrl) = (backend, Names.Checked("namespace", monitoringNamespace), prometheusUrl));

    /// <summary>
    /// A label by which a Prometheus picks its ServiceMonitors and PrometheusRules: the chart kube-prometheus-stack takes only those with
    /// <c>release</c> and its release's name, unless it is told otherwise.
    /// </summary>
    public ClusterPolicy MonitorLabel(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(value);
        return Set(() => _monitorLabels[name] = value);
    }

    /// <summary>Publishes the alerts that follow from the policies (a PrometheusRule).</summary>
    public ClusterPolicy Alert(AlertRules? rules = null) => Set(() => Alerts = rules ?? new AlertRules());

    /// <summary>Publishes no alerts.</summary>
    public ClusterPolicy WithoutAlerts() => Set(() => Alerts = null);

    /// <summary>The container and pod limits of the namespace.</summary>
    public ClusterPolicy LimitRange(ContainerLimits limits) => Set(() => Limits = limits);

    /// <summary>The cluster's feature gate HPAScaleToZero is on.</summary>
    public ClusterPolicy HasScaleToZero() => Set(() => ScalesToZero = true);

    /// <summary>Does not print a warning.</summary>
    /// <param name="check">The check's id.</param>
    /// <param name="because">Why it does not matter here.</param>
    public ClusterPolicy Suppress(string check, string because)
    {
        ArgumentException.ThrowIfNullOrEmpty(because);
        _suppressed[check] = because;
        return this;
    }

    private ClusterPolicy Set(Action set)
    {
        set();
        return this;
    }
}
