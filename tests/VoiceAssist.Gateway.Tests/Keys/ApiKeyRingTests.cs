using VoiceAssist.Gateway.Keys;

namespace VoiceAssist.Gateway.Tests.Keys;

public class ApiKeyRingTests
{
    private static readonly ApiKeyPair Mobile = ApiKeyPair.Mobile;

    [Fact]
    public void A_key_opens_for_its_client() =>
        Assert.Equal("web", Ring(Mobile, ApiKeyPair.Web).Find(ApiKeyPair.Web.Key)?.Client);

    [Fact]
    public void A_client_may_have_an_old_and_a_new_key()
    {
        var ring = Ring(Mobile, ApiKeyPair.Kiosk with { Client = "mobile" });

        Assert.Equal(("mobile", "mobile"), (ring.Find(Mobile.Key)?.Client, ring.Find(ApiKeyPair.Kiosk.Key)?.Client));
    }

    [Fact]
    public void Another_key_opens_nothing()
    {
        var ring = Ring(Mobile);

        Assert.All(
            ["", Mobile.Key[..^1], Mobile.Key + "0", Mobile.Key.ToUpperInvariant(), ApiKeyPair.Web.Key, Mobile.Entry.Split('=')[1], new string('a', 100_000)],
            key => Assert.Null(ring.Find(key)));
    }

    [Fact]
    public void A_key_that_could_be_guessed_from_its_hash_opens_nothing()
    {
        var guessable = new ApiKeyPair("mobile", "password");

        Assert.Null(Ring(guessable).Find(guessable.Key));
    }

    private static ApiKeyRing Ring(params ApiKeyPair[] keys) => ApiKeySetting.Read(string.Join(',', keys.Select(key => key.Entry)), isDevelopment: false);
}
