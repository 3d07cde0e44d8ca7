using VoiceAssist.Jobs;
using VoiceAssist.ServiceDefaults;
using VoiceAssist.Worker;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddWorkerDefaults();
builder.AddSpeech();
builder.AddJobProcessing();
builder.AddWork();

var app = builder.Build();
app.MapDefaultEndpoints();
await app.RunAsync();
