using VoiceAssist.Hosting.Kubernetes.Policies;

namespace VoiceAssist.Hosting.Kubernetes.Reading;

/// <summary>Where in the app host a resource's policies were written, the most telling one first.</summary>
internal static class WorkloadPlaces
{
    public static IReadOnlyDictionary<Type, SourceLocation> Of(IResource resource)
    {
        var places = new Dictionary<Type, SourceLocation>();
        Add<WorkloadPolicy>();
        Add<ResourcesPolicy>();
        Add<HorizontalScalingPolicy>();
        Add<VerticalRecommendationPolicy>();
        Add<DisruptionBudgetPolicy>();
        Add<ProbesPolicy>();
        Add<ShutdownPolicy>();
        Add<RolloutPolicy>();
        Add<SpreadPolicy>();
        Add<MonitoringPolicy>();
        Add<StoragePolicy>();
        Add<ExposurePolicy>();
        Add<IdentityPolicy>();
        Add<ConfigurationPolicy>();
        Add<ImagePolicy>();
        Add<SecurityPolicy>();
        Add<NetworkAccessPolicy>();
        return places;

        void Add<T>()
            where T : Policy<T>, new()
        {
            if (PolicyResolver.At<T>(resource) is { } place)
            {
                places.Add(typeof(T), place);
            }
        }
    }
}
