using VoiceAssist.Cli.Nodes;

namespace VoiceAssist.Cli.Tests.Plan;

public sealed class NodePricesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voiceassist-prices").FullName;

    [Theory]
    [InlineData("name,cpu,memory,price\nn4,4,16Gi,0.19\nn8, 8, 32Gi, 0.38\n", "")]
    [InlineData("# ours\nn4,4,16Gi,0.19\n\nn8,8,32Gi,0.38", "")]
    [InlineData("""{"currency":"EUR","nodes":[{"name":"n4","cpu":"4","memory":"16Gi","pricePerHour":0.19},{"name":"n8","cpu":"8","memory":"32Gi","pricePerHour":0.38}]}""", "EUR")]
    public void A_table_is_read_from_csv_and_from_json(string text, string currency)
    {
        var prices = NodePrices.Read(File(text));
        Assert.Equal(currency, prices.Currency);
        Assert.Equal([("n4", "4 / 16Gi", 0.19m), ("n8", "8 / 32Gi", 0.38m)], prices.Rows.Select(r => (r.Name, r.Capacity.ToString(), r.PerHour)));
    }

    [Theory]
    [InlineData("n4,4,16Gi", "line 1, 'n4,4,16Gi', is no node")]
    [InlineData("n4,4,16Gi,0.19\nn8,8,32Gi,cheap", "line 2, 'n8,8,32Gi,cheap', is no node")]
    [InlineData("n4,4,lots,0.19", "'4' and 'lots' where quantities")]
    [InlineData("n4,4,16Gi,1000001", "costs 1000001, allowed is 0 to 1000000")]
    [InlineData("n4,4,16Gi,1\nn4,8,16Gi,1", "'n4' is there twice")]
    [InlineData("name,cpu,memory,price", "0 nodes")]
    [InlineData("{\"nodes\":[{\"name\":\"n4\"}]}", "cpu")]
    [InlineData("{", "--prices: ")]
    public void What_is_no_table_is_refused_with_its_place(string text, string expected)
    {
        var error = Assert.Throws<UsageException>(() => NodePrices.Read(File(text)));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("allowed are lines of name,cpu,memory,price", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string File(string text)
    {
        var path = Path.Combine(_folder, "prices");
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
