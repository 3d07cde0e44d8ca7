using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration;
using CsCheck;

namespace VoiceAssist.Hosting.Tests.Orchestration;

public class StopOrderTests
{
    [Fact]
    public void Clients_stop_before_the_servers_they_wait_for_or_refer_to()
    {
        var (postgres, redis, worker, gateway) = (new ContainerResource("pg"), new ContainerResource("redis"), new ProjectResource("worker"), new ProjectResource("gateway"));
        var database = new PostgresDatabaseResource("db", "db", new PostgresServerResource("server", null, new("p", _ => "")));
        worker.Annotations.Add(new WaitAnnotation(postgres, WaitType.WaitUntilHealthy));
        worker.Annotations.Add(new ResourceRelationshipAnnotation(redis, "Reference"));
        gateway.Annotations.Add(new ResourceRelationshipAnnotation(worker, "Reference"));
        gateway.Annotations.Add(new WaitAnnotation(database, WaitType.WaitUntilHealthy));
        var groups = StopOrder.Of([postgres, redis, worker, gateway, database.Parent]);
        Assert.Equal([["gateway"], ["worker"], ["pg", "redis", "server"]], groups.Select(g => g.Select(r => r.Name)));
    }

    [Fact]
    public void A_parent_relation_does_not_order() =>
        Assert.Single(StopOrder.Of([Related("a", "b", "Parent", out var b), b]));

    [Fact]
    public void Resources_outside_the_list_are_looked_through_but_not_listed()
    {
        var a = Related("a", "link", "Reference", out var link);
        var b = new ContainerResource("b");
        link.Annotations.Add(new WaitAnnotation(b, WaitType.WaitUntilStarted));
        Assert.Equal([["a"], ["b"]], StopOrder.Of([b, a]).Select(g => g.Select(r => r.Name)));
    }

    [Fact]
    public void References_in_a_circle_still_stop_everything_once()
    {
        var a = Related("a", "b", "Reference", out var b);
        b.Annotations.Add(new ResourceRelationshipAnnotation(a, "Reference"));
        Assert.Equal(["a", "b"], StopOrder.Of([a, b]).SelectMany(g => g).Select(r => r.Name).Order());
    }

    [Fact]
    public void Every_resource_stops_once_and_before_all_that_it_depends_on() =>
        Gen.Int[1, 9].SelectMany(n => Gen.Select(Gen.Const(n), Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Bool).Array[0, 20])).Sample((n, edges) =>
        {
            var resources = Enumerable.Range(0, n).Select(i => new ContainerResource($"r{i}")).ToArray();
            foreach (var (x, y, waits) in edges.Where(e => e.Item1 != e.Item2))
            {
                // Towards lower numbers only: no circles.
                var (from, to) = (resources[Math.Max(x, y)], resources[Math.Min(x, y)]);
                from.Annotations.Add(waits ? new WaitAnnotation(to, WaitType.WaitUntilHealthy) : new ResourceRelationshipAnnotation(to, "Reference"));
            }

            var groups = StopOrder.Of(resources);
            var rank = groups.SelectMany((g, i) => g.Select(r => (r, i))).ToDictionary(p => p.r, p => p.i);
            Assert.Equal(n, rank.Count);
            Assert.Equal(n, groups.Sum(g => g.Count));
            foreach (var (x, y, _) in edges.Where(e => e.Item1 != e.Item2))
            {
                Assert.True(rank[resources[Math.Max(x, y)]] < rank[resources[Math.Min(x, y)]]);
            }
        });

    private static ContainerResource Related(string name, string to, string type, out ContainerResource other)
    {
        var resource = new ContainerResource(name);
        other = new(to);
        resource.Annotations.Add(new ResourceRelationshipAnnotation(other, type));
        return resource;
    }
}
