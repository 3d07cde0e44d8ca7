using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Checks.Compatibility;

/// <summary>A field or API that not every Kubernetes has.</summary>
/// <param name="Name">The field, as in YAML.</param>
/// <param name="Known">The first release whose API server takes it without harm; one with the feature gate off drops it silently.</param>
/// <param name="Works">The first release in which it works without a feature gate having been turned on.</param>
/// <param name="Source">The KEP, or the document that says so.</param>
/// <param name="Uses">Whether an object has it.</param>
internal sealed record KubernetesFeature(string Name, Version Known, Version Works, string Source, Func<IKubernetesObject<V1ObjectMeta>, bool> Uses);
