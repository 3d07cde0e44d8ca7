using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Names volumes so that two apps never share one by accident.</summary>
public static class VolumeNameGenerator
{
    /// <summary><c>APP-HASH-RESOURCE-SUFFIX</c>; the hash is of the app host's project name when published, of its path when run.</summary>
    public static string Generate<T>(IResourceBuilder<T> builder, string suffix)
        where T : IResource
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (string.IsNullOrEmpty(suffix) || !suffix.All(IsAllowed))
        {
            throw new ArgumentException($"The suffix '{suffix}' of a volume's name may have ASCII letters, digits, '_', '.' and '-' only.", nameof(suffix));
        }

        var app = builder.ApplicationBuilder;
        var name = string.Concat(app.Environment.ApplicationName.Select(c => IsAllowed(c) ? char.ToLowerInvariant(c) : '_'));
        var hash = app.Configuration["AppHost:Sha256"]![..10].ToLowerInvariant();
        return $"{name}-{hash}-{builder.Resource.Name}-{suffix}";
    }

    private static bool IsAllowed(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-';
}
