using VoiceAssist.AppHost;
using VoiceAssist.AppHost.Infrastructure;
using VoiceAssist.AppHost.Policies;
using VoiceAssist.Contracts;

var builder = DistributedApplication.CreateBuilder(args);

// Postgres is the record of every accepted job, Redis the fast queue before it.
var infrastructure = builder.AddInfrastructure();
var database = infrastructure.AddJobDatabase();
var queue = infrastructure.AddJobQueue();

// Does the jobs.
builder.AddProject<Projects.VoiceAssist_Worker>(ResourceNames.Worker, launchProfileName: null)
    .WithWorkloadDefaults(Ports.Worker)
    .WithReference(database).WaitFor(database)
    .WithReference(queue).WaitFor(queue)
    .WithReplicas(2)
    .WithWorkerPolicies();

// Accepts them.
var gateway = builder.AddProject<Projects.VoiceAssist_Gateway>(ResourceNames.Server, launchProfileName: null)
    .WithWorkloadDefaults(Ports.Server)
    .WithExternalHttpEndpoints()
    .WithApiKeys()
    .WithReference(database).WaitFor(database)
    .WithReference(queue).WaitFor(queue)
    .WithGatewayPolicies();

// What is published: dev, staging and prod in Kubernetes.
builder.AddKubernetesManifests("voiceassist", ClusterPolicies.VoiceAssist);

builder.AnnounceStart(gateway);
builder.Build().Run();
