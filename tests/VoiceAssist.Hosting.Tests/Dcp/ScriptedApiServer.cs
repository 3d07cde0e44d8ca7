using System.Security.Cryptography.X509Certificates;
using Aspire.Hosting.Dcp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VoiceAssist.Hosting.Tests.Dcp;

/// <summary>
/// A real HTTPS server that answers as a test wants. For what the real DCP cannot be made to do: ending a watch, losing an
/// answer, being away for a while.
/// </summary>
internal sealed class ScriptedApiServer : IAsyncDisposable
{
    private readonly DcpSessionDirectory _directory = DcpSessionDirectory.Create(Path.GetTempPath());
    private readonly X509Certificate2 _certificate;
    private readonly WebApplication _application;
    private int _requests;

    public ScriptedApiServer(RequestDelegate answer)
    {
        DcpServerCertificate.Write(_directory.CertificatePath, _directory.KeyPath, TimeProvider.System);
        using var pem = X509Certificate2.CreateFromPemFile(_directory.CertificatePath, _directory.KeyPath);
        // Windows' TLS cannot use a key that has no file.
        _certificate = X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));
        _application = builder.Build();
        _application.Run(async context =>
        {
            Interlocked.Increment(ref _requests);
            await answer(context);
        });
    }

    public int Requests => _requests;

    public async Task<Kubeconfig> StartAsync()
    {
        await _application.StartAsync(TestContext.Current.CancellationToken);
        return new Kubeconfig(new Uri(_application.Urls.Single()), await File.ReadAllTextAsync(_directory.CertificatePath), "token");
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _certificate.Dispose();
        _directory.Delete();
    }
}
