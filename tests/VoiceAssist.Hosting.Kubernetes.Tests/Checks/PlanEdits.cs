using k8s;
using k8s.Models;
using VoiceAssist.Hosting.Kubernetes.Planning;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

/// <summary>Breaks plans.</summary>
internal static class PlanEdits
{
    /// <summary>Changes an object in place.</summary>
    public static EnvironmentPlan Edit<T>(this EnvironmentPlan plan, string name, Action<T> edit)
        where T : IKubernetesObject<V1ObjectMeta>
    {
        var found = plan.Of<T>().Where(o => o.Metadata.Name == name).ToArray();
        Assert.True(found.Length > 0 || plan.Context.Environment is not "prod", $"{plan.Context} has no {typeof(T).Name} {name}: {string.Join(", ", plan.Objects)}");
        foreach (var item in found)
        {
            edit(item);
        }

        return plan;
    }

    /// <summary>Changes a Deployment's pods.</summary>
    public static EnvironmentPlan EditPod(this EnvironmentPlan plan, string name, Action<V1PodSpec> edit) => plan.Edit<V1Deployment>(name, d => edit(d.Spec.Template.Spec));

    /// <summary>Changes the first container of a Deployment.</summary>
    public static EnvironmentPlan EditContainer(this EnvironmentPlan plan, string name, Action<V1Container> edit) => plan.EditPod(name, p => edit(p.Containers[0]));

    public static EnvironmentPlan Add(this EnvironmentPlan plan, IKubernetesObject<V1ObjectMeta> obj, string? component = null) =>
        plan with { Objects = [.. plan.Objects, new PlannedObject(obj, "more.yaml") { Component = component }] };

    public static EnvironmentPlan Without<T>(this EnvironmentPlan plan, string name)
        where T : IKubernetesObject<V1ObjectMeta> => plan with { Objects = [.. plan.Objects.Where(o => o.Object is not T || o.Object.Metadata.Name != name)] };

    public static EnvironmentPlan In(this EnvironmentPlan plan, string environment, Func<EnvironmentPlan, EnvironmentPlan> change) =>
        plan.Context.Environment == environment ? change(plan) : plan;

    public static V1ObjectMeta Meta(this EnvironmentPlan plan, string name) => new() { Name = name, NamespaceProperty = plan.Context.Namespace };

    /// <summary>Changes a workload of the model.</summary>
    public static EnvironmentContext With(this EnvironmentContext context, string name, Func<WorkloadModel, WorkloadModel> change) =>
        context with { Workloads = [.. context.Workloads.Select(w => w.Name == name ? change(w) : w)] };

    /// <summary>Changes what holds for the namespace.</summary>
    public static EnvironmentContext WithCluster(this EnvironmentContext context, Action<Policies.ClusterPolicy> change)
    {
        change(context.Cluster);
        return context;
    }
}
