using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Orchestration;

/// <summary>How an app host runs.</summary>
internal sealed record RunOptions
{
    /// <summary>The app host's assembly.</summary>
    public required Assembly? AppHost { get; init; }

    /// <summary>The app host's name.</summary>
    public required string ApplicationName { get; init; }

    /// <summary>Hexadecimal digits that differ from app host to app host and stay the same from run to run.</summary>
    public string AppHostHash => Configuration["AppHost:Sha256"]!;

    public required IConfiguration Configuration { get; init; }

    /// <summary>Whether fixed public ports are ignored, so that several tests can run at once.</summary>
    public bool RandomizePorts => Configuration.GetValue("DcpPublisher:RandomizePorts", defaultValue: false);
}
