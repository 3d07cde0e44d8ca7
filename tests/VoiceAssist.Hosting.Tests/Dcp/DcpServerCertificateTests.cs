using System.Security.Cryptography.X509Certificates;
using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class DcpServerCertificateTests : IDisposable
{
    private readonly DcpSessionDirectory _session = DcpSessionDirectory.Create(Path.GetTempPath());

    [Fact]
    public void It_is_its_own_authority_for_the_loopback_address()
    {
        DcpServerCertificate.Write(_session.CertificatePath, _session.KeyPath, TimeProvider.System);
        using var certificate = X509Certificate2.CreateFromPemFile(_session.CertificatePath, _session.KeyPath);

        Assert.True(certificate.MatchesHostname("127.0.0.1"));
        Assert.False(certificate.MatchesHostname("localhost"));
        Assert.True(certificate.Extensions.OfType<X509BasicConstraintsExtension>().Single().CertificateAuthority);
    }

    [Fact]
    public void Its_key_is_for_this_user_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no Unix file modes.");
            return;
        }

        DcpServerCertificate.Write(_session.CertificatePath, _session.KeyPath, TimeProvider.System);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_session.KeyPath));
    }

    public void Dispose() => _session.Delete();
}
