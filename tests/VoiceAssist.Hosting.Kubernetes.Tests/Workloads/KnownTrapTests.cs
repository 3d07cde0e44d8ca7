using k8s;
using k8s.Models;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Workloads;

/// <summary>What a first version by hand of such manifests got wrong.</summary>
public class KnownTrapTests
{
    [Fact]
    public async Task Every_workload_has_selector_labels_and_image()
    {
        var objects = await DataTierAsync();

        foreach (var deployment in objects.Select(o => o.Object).OfType<V1Deployment>())
        {
            Assert.Equal(deployment.Metadata.Name, Assert.Single(deployment.Spec.Selector.MatchLabels).Value);
            Assert.Equal(deployment.Metadata.Name, deployment.Spec.Template.Metadata.Labels["app.kubernetes.io/name"]);
            Assert.NotEmpty(deployment.Spec.Template.Spec.Containers[0].Image);
        }

        var set = objects.Find<V1StatefulSet>("db");
        Assert.Equal("db", Assert.Single(set.Spec.Selector.MatchLabels).Value);
        Assert.Equal("db", set.Spec.Template.Metadata.Labels["app.kubernetes.io/name"]);
        Assert.Equal("docker.io/library/postgres:18.3", set.Spec.Template.Spec.Containers[0].Image);
    }

    [Fact]
    public async Task The_group_of_volumes_belongs_to_the_pod()
    {
        var set = (await DataTierAsync()).Find<V1StatefulSet>("db");

        Assert.Equal(999, set.Spec.Template.Spec.SecurityContext.FsGroup);
        Assert.Equal("OnRootMismatch", set.Spec.Template.Spec.SecurityContext.FsGroupChangePolicy);
        Assert.DoesNotContain("fsGroup", KubernetesYaml.Serialize(set.Spec.Template.Spec.Containers[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redis_command_survives_as_the_one_shell_string_it_is()
    {
        var pod = (await DataTierAsync()).Find<V1Deployment>("cache").Spec.Template.Spec;
        var container = pod.Containers[0];

        Assert.Equal(["/bin/sh"], container.Command);
        Assert.Equal(["-c", "redis-server --requirepass $REDIS_PASSWORD --maxmemory 768mb --save '' --appendonly no"], container.Args);
        Assert.Equal(("shop-secrets", "cache-password"), container.Env.Where(e => e.Name == "REDIS_PASSWORD").Select(e => (e.ValueFrom.SecretKeyRef.Name, e.ValueFrom.SecretKeyRef.Key)).Single());
        Assert.Equal("/data", Assert.Single(container.VolumeMounts).MountPath);
        Assert.NotNull(Assert.Single(pod.Volumes).EmptyDir);
        Assert.Equal((999, 999), (pod.SecurityContext.RunAsUser, pod.SecurityContext.FsGroup));
    }

    [Fact]
    public async Task Postgres_has_its_database_and_keeps_it_below_the_mount()
    {
        var set = (await DataTierAsync()).Find<V1StatefulSet>("db");
        var container = set.Spec.Template.Spec.Containers[0];

        Assert.Equal("orders", container.Env.Single(e => e.Name == "POSTGRES_DB").Value);
        Assert.Equal([("db-data", "/var/lib/postgresql"), ("var-run-postgresql", "/var/run/postgresql")], container.VolumeMounts.Select(m => (m.Name, m.MountPath)));

        // The image keeps its data in 18/docker below it, so that the volume's own lost+found is not in the way.
        Assert.DoesNotContain(container.Env, e => e.Name == "PGDATA");
    }

    [Fact]
    public async Task An_older_postgres_keeps_its_data_below_the_mount_too()
    {
        var context = await TestModel.ReadBaseAsync(b => b.AddContainer("db", "postgres", "17").WithVolume("db-data", "/var/lib/postgresql/data").WithStorage(s => s.Size("1Gi")));

        Assert.Equal("/var/lib/postgresql/data/pgdata", context.Workload("db").Variable("PGDATA").Value);
    }

    [Fact]
    public async Task A_stateful_set_has_the_service_it_names_and_a_claim()
    {
        var objects = await DataTierAsync();
        var set = objects.Find<V1StatefulSet>("db");
        var claim = Assert.Single(set.Spec.VolumeClaimTemplates);

        Assert.Equal(5432, Assert.Single(objects.Find<V1Service>(set.Spec.ServiceName).Spec.Ports).Port);
        Assert.Equal(("db-data", "10Gi", "fast"), (claim.Metadata.Name, claim.Spec.Resources.Requests["storage"].ToString(), claim.Spec.StorageClassName));
        Assert.Equal(["ReadWriteOnce"], claim.Spec.AccessModes);
        Assert.Equal(1, set.Spec.Replicas);
    }

    private static async Task<IReadOnlyList<Planning.PlannedObject>> DataTierAsync() => (await TestModel.ReadBaseAsync(b =>
    {
        var server = b.AddPostgres("db", password: b.AddUntouchable("db-password"))
            .WithDataVolume("db-data")
            .WithEnvironment("POSTGRES_DB", "orders")
            .WithStorage(s => s.Size("10Gi").Class("fast"));
        var cache = b.AddRedis("cache", password: b.AddUntouchable("cache-password"))
            .WithArgs(c => c.Args[^1] = $"{c.Args[^1]} --maxmemory 768mb --save '' --appendonly no");
        b.AddTestProject("web").WithHttpEndpoint().WithReference(server.AddDatabase("orders")).WithReference(cache);
    })).Plan();
}
