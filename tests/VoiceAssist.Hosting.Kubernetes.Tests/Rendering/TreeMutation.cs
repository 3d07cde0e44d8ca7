using VoiceAssist.Hosting.Kubernetes.Rendering.Yaml;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

/// <summary>Objects, and random changes to them that leave them what they are.</summary>
internal static class TreeMutation
{
    private static readonly string[] Identity = ["apiVersion", "kind", "metadata", "name", "mountPath", "containerPort", "topologyKey", "whenUnsatisfiable", "containers", "template", "spec"];

    private static readonly string[] Keyed = ["containers", "env", "volumes", "volumeMounts"];

    public static MapNode Deployment(string name) => YamlReader.Read(
        $"""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {name}
          labels: {"{a: b, c: d}"}
        spec:
          strategy:
            type: RollingUpdate
            rollingUpdate: {"{maxSurge: 1, maxUnavailable: 0}"}
          template:
            spec:
              containers:
              - name: web
                image: web:1
                args: ["a", "b"]
                env:
                - name: A
                  value: "1"
                - name: B
                  valueFrom:
                    secretKeyRef: {"{name: s, key: k}"}
                - name: C
                  value: $(A)
                ports:
                - containerPort: 80
                  name: http
                - containerPort: 81
                  name: metrics
                resources:
                  requests: {"{cpu: 500m, memory: 1Gi}"}
                volumeMounts:
                - name: tmp
                  mountPath: /tmp
                - name: data
                  mountPath: /data
              - name: side
                image: side:1
              volumes:
              - name: tmp
                emptyDir: {"{sizeLimit: 1Gi}"}
              - name: data
                configMap: {"{name: x}"}
              topologySpreadConstraints:
              - topologyKey: zone
                maxSkew: 1
                whenUnsatisfiable: DoNotSchedule
        """)[0];

    public static MapNode Autoscaler(string name) => YamlReader.Read(
        $"""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {"{"}name: {name}{"}"}
        spec:
          minReplicas: 1
          maxReplicas: 5
          metrics:
          - type: Resource
            resource: {"{name: cpu, target: {type: Utilization, averageUtilization: 70}}"}
          - type: Resource
            resource: {"{name: memory, target: {type: Utilization, averageUtilization: 80}}"}
          behavior:
            scaleUp:
              policies:
              - {"{type: Pods, value: 2, periodSeconds: 30}"}
              - {"{type: Percent, value: 100, periodSeconds: 30}"}
        """)[0];

    public static MapNode VerticalAutoscaler(string name) => YamlReader.Read(
        $"""
        apiVersion: autoscaling.k8s.io/v1
        kind: VerticalPodAutoscaler
        metadata: {"{"}name: {name}{"}"}
        spec:
          updatePolicy: {"{updateMode: \"Off\"}"}
          resourcePolicy:
            containerPolicies:
            - containerName: web
              minAllowed: {"{cpu: 250m, memory: 256Mi}"}
              controlledResources: [cpu, memory]
            - containerName: side
        """)[0];

    public static MapNode Mutate(MapNode from, Random random)
    {
        var to = (MapNode)from.Copy();
        for (var i = random.Next(4); i > 0; i--)
        {
            Map(to, random);
        }

        return to;
    }

    private static void Map(MapNode map, Random random)
    {
        foreach (var (key, value) in map.ToArray())
        {
            switch (value)
            {
                case MapNode inner:
                    Map(inner, random);
                    break;
                case ListNode list:
                    List(key, list, random);
                    break;
                case ScalarNode { Kind: ScalarKind.Text } text when !Identity.Contains(key) && random.Next(8) == 0:
                    map[key] = (ScalarNode)(text.Text + "x");
                    break;
                default:
                    break;
            }

            if (!Identity.Contains(key) && map.Count > 1 && random.Next(25) == 0)
            {
                map[key] = null;
            }
        }

        if (map["cpu"] is not null && random.Next(8) == 0)
        {
            map["ephemeral-storage"] = (ScalarNode)"1Gi";
        }
    }

    private static void List(string key, ListNode list, Random random)
    {
        foreach (var item in list.Items.OfType<MapNode>())
        {
            Map(item, random);
        }

        if (list.Items.Count > 1 && random.Next(12) == 0)
        {
            list.Items.RemoveAt(random.Next(list.Items.Count));
        }

        if (list.Items.Count > 1 && random.Next(12) == 0)
        {
            list.Items.Reverse();
        }

        if (random.Next(12) == 0 && list.Items[0] is MapNode first)
        {
            var added = (MapNode)first.Copy();
            var id = Keyed.Contains(key) ? key == "volumeMounts" ? "mountPath" : "name" : null;
            if (id is not null)
            {
                added[id] = (ScalarNode)$"{added.Text(id)}-{random.Next(1_000_000)}";
                list.Items.Insert(random.Next(list.Items.Count + 1), added);
            }
            else if (key == "metrics")
            {
                list.Items.Add(added);
            }
        }
    }
}
