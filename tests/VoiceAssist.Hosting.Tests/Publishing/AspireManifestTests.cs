namespace VoiceAssist.Hosting.Tests.Publishing;

/// <summary>The writer against manifests that Aspire itself wrote for the same models.</summary>
public class AspireManifestTests
{
    [Fact]
    public async Task The_sample_app_has_the_bytes_that_Aspire_writes() =>
        Assert.Equal(Manifest.Fixture("sample.json"), await Manifest.WriteAsync(new SampleModel().Resources));

    [Fact]
    public async Task Every_shape_of_entry_has_the_bytes_that_Aspire_writes() =>
        Assert.Equal(Manifest.Fixture("shapes.json"), await Manifest.WriteAsync(new ShapesModel().Resources));

    [Fact]
    public async Task Two_publishes_of_one_model_are_the_same()
    {
        var resources = new ShapesModel().Resources;
        Assert.Equal(await Manifest.WriteAsync(resources), await Manifest.WriteAsync(resources));
    }
}
