using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>
/// An app host's entry point on a thread of its own. It is held where it builds the app, until the test does so, and where it runs the app,
/// until the test has disposed it.
/// </summary>
internal sealed class EntryPointRun(Assembly assembly, string[] args, Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure) : IBuilderInterceptor
{
    /// <summary>How long an entry point may take to end after its app has.</summary>
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _app = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _buildRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _atRun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _appEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Runs the entry point until it wants to build the app.</summary>
    /// <exception cref="InvalidOperationException">There is no entry point, or it ends without building an app.</exception>
    public Task<DistributedApplicationBuilder> StartAsync(CancellationToken cancellationToken)
    {
        var main = assembly.EntryPoint ?? throw new InvalidOperationException($"The assembly '{assembly.GetName().Name}' has no entry point, so it is not an app host.");
        new Thread(() => Run(main)) { IsBackground = true, Name = $"entry point of {assembly.GetName().Name}" }.Start();
        return _builder.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the entry point build the app.</summary>
    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        _buildRequested.TrySetResult();
        return _app.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Returns when the entry point runs the app; what it throws before is thrown here.</summary>
    public Task WaitForRunAsync(CancellationToken cancellationToken) => _atRun.Task.WaitAsync(cancellationToken);

    /// <summary>The test has started the app.</summary>
    public void AppStarted() => _started.TrySetResult();

    /// <summary>The test has disposed the app: the entry point may end.</summary>
    public void AppEnded() => _appEnded.TrySetResult();

    /// <summary>Ends an entry point whose app was not built.</summary>
    public void Abandon()
    {
        _buildRequested.TrySetCanceled();
        _started.TrySetCanceled();
        _appEnded.TrySetResult();
    }

    /// <summary>Returns when the entry point has ended, or does not within 30 s.</summary>
    public Task WaitForEndAsync() => Task.WhenAny(_ended.Task, Task.Delay(EndTimeout));

    DistributedApplicationBuilder IBuilderInterceptor.Create(DistributedApplicationOptions options) =>
        new(options, TestingDefaults.Apply(options, args, assembly, configure), this);

    void IBuilderInterceptor.Building(DistributedApplicationBuilder builder)
    {
        _builder.TrySetResult(builder);
        _buildRequested.Task.GetAwaiter().GetResult();
    }

    DistributedApplication IBuilderInterceptor.Built(IHost host)
    {
        _app.TrySetResult(new TestedApplication(host, this));
        return new HeldApplication(host, _atRun, _started.Task, _appEnded.Task);
    }

    private void Run(MethodInfo main)
    {
        BuilderInterception.Use(this);
        try
        {
            main.Invoke(null, BindingFlags.DoNotWrapExceptions, binder: null, main.GetParameters().Length == 0 ? null : [args], culture: null);
            Fail(new InvalidOperationException($"The entry point of '{assembly.GetName().Name}' ended without building an app."));
            _atRun.TrySetResult();
        }
        catch (OperationCanceledException) when (_buildRequested.Task.IsCanceled)
        {
            Fail(new ObjectDisposedException(nameof(IDistributedApplicationTestingBuilder)));
        }
        catch (Exception e)
        {
            Fail(e);
            _atRun.TrySetException(e);
        }
        finally
        {
            _ended.TrySetResult();
        }

        void Fail(Exception e)
        {
            _builder.TrySetException(e);
            _app.TrySetException(e);
        }
    }
}
