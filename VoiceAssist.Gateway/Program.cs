using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Jobs;
using VoiceAssist.Jobs;
using VoiceAssist.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddJobSubmission();
builder.AddHttpRules();

var app = builder.Build();
app.UseHttpRules();
app.MapDefaultEndpoints();
app.MapJobs();
await app.RunAsync();
