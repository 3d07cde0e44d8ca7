using Aspire.Hosting.Publishing;

namespace Aspire.Hosting;

/// <summary>Lets a test change the options of an app host whose entry point runs on the test's own thread.</summary>
internal static class BuilderInterception
{
    private static readonly AsyncLocal<Func<DistributedApplicationOptions, DistributedApplicationBuilder>?> Interceptor = new();

    public static DistributedApplicationBuilder Create(DistributedApplicationOptions options)
    {
        if (Interceptor.Value is { } create)
        {
            return create(options);
        }

        AppDomain.CurrentDomain.UnhandledException += ReportAndExit;
        return new(options);
    }

    /// <summary>A mistake in the model or the command line is told as one line, not as a crash.</summary>
    private static void ReportAndExit(object sender, UnhandledExceptionEventArgs e)
    {
        if (e.ExceptionObject is DistributedApplicationException error)
        {
            Console.Error.WriteLine($"error: {error.Message}");
            Environment.Exit(PublishExitCode.Of(error));
        }
    }

    /// <summary>Builders that this asynchronous flow creates come from <paramref name="create"/>.</summary>
    public static void Use(Func<DistributedApplicationOptions, DistributedApplicationBuilder> create) => Interceptor.Value = create;
}
