using System.Text;
using System.Text.Json.Nodes;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>Fields that the API server fills in; only some, so that tests meet objects that differ from what was sent.</summary>
internal static class Defaults
{
    public static void Fill(JsonObject document, JsonObject? live, int serial)
    {
        var spec = document["spec"] as JsonObject;
        switch ((string?)document["kind"])
        {
            case "Namespace":
                var labels = (JsonObject)(document["metadata"]!["labels"] ??= new JsonObject());
                labels["kubernetes.io/metadata.name"] ??= document["metadata"]!["name"]!.DeepClone();
                document["spec"] ??= new JsonObject { ["finalizers"] = new JsonArray("kubernetes") };
                document["status"] ??= new JsonObject { ["phase"] = "Active" };
                break;
            case "Secret" when document["stringData"] is JsonObject given:
                // Write-only: it is read back as data.
                var data = (JsonObject)(document["data"] ??= new JsonObject());
                foreach (var (name, value) in given)
                {
                    data[name] = Convert.ToBase64String(Encoding.UTF8.GetBytes((string)value!));
                }

                document.Remove("stringData");
                break;
            case "Service" when spec is not null:
                Allocations.Fill(spec, live?["spec"], serial);
                spec["sessionAffinity"] ??= "None";
                spec["internalTrafficPolicy"] ??= "Cluster";
                break;
            case "Deployment" when spec is not null:
                spec["replicas"] ??= 1;
                spec["progressDeadlineSeconds"] ??= 600;
                spec["revisionHistoryLimit"] ??= 10;
                FillPod(spec);
                break;
            case "StatefulSet" when spec is not null:
                spec["replicas"] ??= 1;
                spec["podManagementPolicy"] ??= "OrderedReady";
                FillPod(spec);
                break;
            case "HorizontalPodAutoscaler" when spec is not null:
                spec["minReplicas"] ??= 1;
                break;
        }
    }

    private static void FillPod(JsonObject spec)
    {
        if (spec["template"]?["spec"] is not JsonObject pod)
        {
            return;
        }

        pod["restartPolicy"] ??= "Always";
        pod["dnsPolicy"] ??= "ClusterFirst";
        pod["schedulerName"] ??= "default-scheduler";
        foreach (var container in (pod["containers"] as JsonArray ?? []).OfType<JsonObject>())
        {
            container["terminationMessagePath"] ??= "/dev/termination-log";
            foreach (var probe in new[] { "livenessProbe", "readinessProbe", "startupProbe" }.Select(p => container[p]).OfType<JsonObject>())
            {
                probe["successThreshold"] ??= 1;
            }
        }
    }
}
