using System.Text;
using Aspire.Hosting.Dcp;

namespace VoiceAssist.Hosting.Tests.Dcp;

public sealed class KubeconfigTests
{
    private const string Pem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
    private static readonly string Good = WithAuthority(Convert.ToBase64String(Encoding.ASCII.GetBytes(Pem)));

    [Fact]
    public void What_DCP_writes_is_read()
    {
        Assert.True(Kubeconfig.TryParse(Good, out var kubeconfig));
        Assert.Equal(new Kubeconfig(new Uri("https://127.0.0.1:34437"), Pem, "ejskartdawlmvzmhuplqiljcgmodzhyg"), kubeconfig);
    }

    [Fact]
    public void Every_text_that_is_not_complete_yet_is_refused()
    {
        // What follows the token's line feed says nothing more.
        var complete = Good.IndexOf("zhyg\n", StringComparison.Ordinal) + "zhyg\n".Length;

        Assert.All(Enumerable.Range(0, complete), length => Assert.False(Kubeconfig.TryParse(Good[..length], out _), $"{length} characters"));
        Assert.True(Kubeconfig.TryParse(Good[..complete], out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("{}\n")]
    [InlineData("server:\ntoken:\ncertificate-authority-data:\n")]
    public void Garbage_is_refused(string text) => Assert.False(Kubeconfig.TryParse(text, out _));

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bm8gY2VydGlmaWNhdGU=")]
    public void An_authority_that_is_no_certificate_is_refused(string authority) =>
        Assert.False(Kubeconfig.TryParse(WithAuthority(authority), out _));

    [Fact]
    public void A_server_without_encryption_is_refused() =>
        Assert.False(Kubeconfig.TryParse(Good.Replace("https:", "http:", StringComparison.Ordinal), out _));

    [Fact]
    public void The_token_is_not_part_of_its_text()
    {
        Assert.True(Kubeconfig.TryParse(Good, out var kubeconfig));
        Assert.DoesNotContain(kubeconfig.Token, kubeconfig.ToString(), StringComparison.Ordinal);
    }

    private static string WithAuthority(string base64) => $"""
        apiVersion: v1
        clusters:
        - cluster:
            certificate-authority-data: {base64}
            server: https://127.0.0.1:34437
          name: apiserver_cluster
        contexts:
        - context:
            cluster: apiserver_cluster
            user: apiserver_user
          name: apiserver
        current-context: apiserver
        kind: Config
        users:
        - name: apiserver_user
          user:
            token: ejskartdawlmvzmhuplqiljcgmodzhyg

        """;
}
