using Aspire.Hosting;

namespace VoiceAssist.Hosting.Tests.Publishing;

internal sealed record ProjectAt(string ProjectPath) : IProjectMetadata;
