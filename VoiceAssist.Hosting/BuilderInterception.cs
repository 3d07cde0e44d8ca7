using Aspire.Hosting.Publishing;

namespace Aspire.Hosting;

/// <summary>Lets a test take over the app host whose entry point it runs.</summary>
internal static class BuilderInterception
{
    private static readonly AsyncLocal<IBuilderInterceptor?> Interceptor = new();

    public static DistributedApplicationBuilder Create(DistributedApplicationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (Interceptor.Value is { } interceptor)
        {
            return interceptor.Create(options);
        }

        if (IsAppHostProcess(options))
        {
            AppDomain.CurrentDomain.UnhandledException -= ReportAndExit;
            AppDomain.CurrentDomain.UnhandledException += ReportAndExit;
        }

        return new(options);
    }

    /// <summary>The builders that this asynchronous flow creates belong to <paramref name="interceptor"/>.</summary>
    public static void Use(IBuilderInterceptor interceptor) => Interceptor.Value = interceptor;

    /// <summary>A process that runs something else, such as tests, ends as it likes.</summary>
    private static bool IsAppHostProcess(DistributedApplicationOptions options) =>
        options.ResolveAssembly() is { } appHost && new AppHostMetadata(appHost).ProjectDirectory is not null;

    /// <summary>A mistake in the model or the command line is told as one line, not as a crash.</summary>
    private static void ReportAndExit(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is DistributedApplicationException error)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            Environment.Exit(PublishExitCode.Of(error));
        }
    }
}
