using VoiceAssist.AppHost;
using VoiceAssist.AppHost.Infrastructure;
using VoiceAssist.AppHost.Policies;
using VoiceAssist.AppHost.Rehearsal;
using VoiceAssist.Contracts;

var builder = DistributedApplication.CreateBuilder(args);

// Postgres is the record of every accepted job, Redis the fast queue before it.
var infrastructure = builder.AddInfrastructure();
var database = infrastructure.AddJobDatabase();
var queue = infrastructure.AddJobQueue();

// Does the jobs.
IResourceBuilder<ProjectResource> AddWorker(string name) => builder.AddProject<Projects.VoiceAssist_Worker>(name, launchProfileName: null)
    .WithWorkloadDefaults(Ports.Worker)
    .WithReference(database).WaitFor(database)
    .WithReference(queue).WaitFor(queue);
var worker = AddWorker(ResourceNames.Worker).WithReplicas(2).WithWorkerPolicies();

// Accepts them.
IResourceBuilder<ProjectResource> AddGateway(string name) => builder.AddProject<Projects.VoiceAssist_Gateway>(name, launchProfileName: null)
    .WithWorkloadDefaults(Ports.Server)
    .WithExternalHttpEndpoints()
    .WithApiKeys()
    .WithReference(database).WaitFor(database)
    .WithReference(queue).WaitFor(queue);
var gateway = AddGateway(ResourceNames.Server).WithGatewayPolicies();

// What is published: dev, staging and prod in Kubernetes.
var cluster = builder.AddKubernetesManifests("voiceassist", ClusterPolicies.VoiceAssist);

// With --autoscale true the replicas follow the load here as they will there.
builder.RehearseAutoscaling(cluster, (worker, AddWorker), (gateway, AddGateway));

builder.AnnounceStart(gateway);
builder.Build().Run();
