using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Where a project is; a class that implements it is generated for each project that an app host references.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>The absolute path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Whether the project is already built when the app host runs.</summary>
    bool SuppressBuild => false;
}
