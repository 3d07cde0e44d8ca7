using VoiceAssist.Jobs;
using VoiceAssist.Jobs.Processing;
using VoiceAssist.ServiceDefaults;
using VoiceAssist.ServiceDefaults.Shutdown;
using VoiceAssist.TestWorker;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddWorkerDefaults();
builder.AddJobProcessing();
builder.Services.AddJobHandler<FileGateHandler>();
builder.Services.AddJobHandler<ChaosHandler>();
builder.Services.AddOptions<ProcessorOptions>()
    .Configure<ShutdownOptions>((processor, shutdown) => processor.FinishBudget = shutdown.InFlight);

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
