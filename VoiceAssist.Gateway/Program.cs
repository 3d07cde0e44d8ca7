using VoiceAssist.Gateway.Http;
using VoiceAssist.Gateway.Jobs;
using VoiceAssist.Gateway.Keys;
using VoiceAssist.Gateway.Limits;
using VoiceAssist.Gateway.Reference;
using VoiceAssist.Jobs;
using VoiceAssist.ServiceDefaults;

var builder = WebApplication.CreateSlimBuilder(args);
builder.AddServiceDefaults();
builder.AddJobSubmission();
builder.AddHttpRules();
builder.AddApiKeys();
builder.AddRateLimits();
builder.AddReference();

var app = builder.Build();
app.UseHttpRules();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.MapDefaultEndpoints();
app.MapReference();
app.MapJobs();
await app.RunAsync();
