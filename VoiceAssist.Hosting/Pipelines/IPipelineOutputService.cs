using System.Diagnostics.CodeAnalysis;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Pipelines;

/// <summary>Where steps write their files.</summary>
[Experimental("ASPIREPIPELINES004", UrlFormat = "https://aka.ms/aspire/diagnostics/{0}")]
public interface IPipelineOutputService
{
    /// <summary>The absolute path given by <c>--output-path</c>; <c>aspire-output</c> in the app host's directory when none was given. It need not exist.</summary>
    string GetOutputDirectory();

    /// <summary>The resource's directory in <see cref="GetOutputDirectory()"/>. It need not exist.</summary>
    string GetOutputDirectory(IResource resource);

    /// <summary>An existing directory that is deleted when the app host ends.</summary>
    string GetTempDirectory();

    /// <summary>The resource's directory in <see cref="GetTempDirectory()"/>. It need not exist.</summary>
    string GetTempDirectory(IResource resource);
}
