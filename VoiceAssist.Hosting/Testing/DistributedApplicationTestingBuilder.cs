using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Starts app hosts in tests. Defaults: no dashboard, every port random, a resource fails when one that it waits for does, the resources' logs
/// go to the app's loggers, and the environment variables of the app host's launch profile hold where the process has no such variable.
/// </summary>
public static class DistributedApplicationTestingBuilder
{
    /// <inheritdoc cref="CreateAsync(Type, string[], Action{DistributedApplicationOptions, HostApplicationBuilderSettings}, CancellationToken)"/>
    /// <typeparam name="TEntryPoint">A type of the app host's assembly, such as <c>Projects.My_AppHost</c>.</typeparam>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>([], cancellationToken);

    /// <inheritdoc cref="CreateAsync(Type, string[], Action{DistributedApplicationOptions, HostApplicationBuilderSettings}, CancellationToken)"/>
    /// <typeparam name="TEntryPoint">A type of the app host's assembly, such as <c>Projects.My_AppHost</c>.</typeparam>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(string[] args, CancellationToken cancellationToken = default)
        where TEntryPoint : class => CreateAsync<TEntryPoint>(args, static (_, _) => { }, cancellationToken);

    /// <inheritdoc cref="CreateAsync(Type, string[], Action{DistributedApplicationOptions, HostApplicationBuilderSettings}, CancellationToken)"/>
    /// <typeparam name="TEntryPoint">A type of the app host's assembly, such as <c>Projects.My_AppHost</c>.</typeparam>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync<TEntryPoint>(
        string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default) =>
        CreateAsync(typeof(TEntryPoint), args, configureBuilder, cancellationToken);

    /// <inheritdoc cref="CreateAsync(Type, string[], Action{DistributedApplicationOptions, HostApplicationBuilderSettings}, CancellationToken)"/>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, [], cancellationToken);

    /// <inheritdoc cref="CreateAsync(Type, string[], Action{DistributedApplicationOptions, HostApplicationBuilderSettings}, CancellationToken)"/>
    public static Task<IDistributedApplicationTestingBuilder> CreateAsync(Type entryPoint, string[] args, CancellationToken cancellationToken = default) =>
        CreateAsync(entryPoint, args, static (_, _) => { }, cancellationToken);

    /// <summary>Runs an app host's entry point in this process, on a thread of its own, up to the point where it builds the app.</summary>
    /// <param name="entryPoint">A type of the app host's assembly.</param>
    /// <param name="args">The app host's command line.</param>
    /// <param name="configureBuilder">Changes the options before the entry point gets its builder.</param>
    /// <param name="cancellationToken">Ends the wait for the entry point.</param>
    /// <exception cref="InvalidOperationException">The assembly has no entry point, or it ends without building an app.</exception>
    /// <exception cref="DistributedApplicationException">The model is wrong. Whatever else the entry point throws is thrown here as well.</exception>
    public static async Task<IDistributedApplicationTestingBuilder> CreateAsync(
        Type entryPoint, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryPoint);
        ThrowIfAnyIsEmpty(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        var run = new EntryPointRun(entryPoint.Assembly, args, configureBuilder);
        try
        {
            return new EntryPointTestingBuilder(await run.StartAsync(cancellationToken).ConfigureAwait(false), run);
        }
        catch
        {
            run.Abandon();
            throw;
        }
    }

    /// <inheritdoc cref="Create(string[], Action{DistributedApplicationOptions, HostApplicationBuilderSettings})"/>
    public static IDistributedApplicationTestingBuilder Create(params string[] args) => Create(args, static (_, _) => { });

    /// <summary>A builder for an app model that the test itself writes.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="configureBuilder">Changes the options before the builder is made.</param>
    public static IDistributedApplicationTestingBuilder Create(string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        ThrowIfAnyIsEmpty(args);
        ArgumentNullException.ThrowIfNull(configureBuilder);
        var options = new DistributedApplicationOptions();
        var settings = TestingDefaults.Apply(options, args, options.ResolveAssembly(), configureBuilder);
        return new PlainTestingBuilder(new(options, settings));
    }

    private static void ThrowIfAnyIsEmpty(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (Array.FindIndex(args, string.IsNullOrEmpty) is >= 0 and var index)
        {
            throw new ArgumentException($"The argument at index {index} is empty.", nameof(args));
        }
    }
}
