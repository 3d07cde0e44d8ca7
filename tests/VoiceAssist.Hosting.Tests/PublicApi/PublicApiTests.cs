using Aspire.Hosting;

namespace VoiceAssist.Hosting.Tests.PublicApi;

/// <summary>
/// Guards <c>PublicAPI.txt</c>, each line of which has been compared with the public surface of Aspire 13.5: a member that Aspire
/// lacks would let code compile that does not compile against Aspire's own packages.
/// </summary>
public class PublicApiTests
{
    private const string UpdateVariable = "UPDATE_PUBLIC_API";

    private static readonly string[] Header =
    [
        $"# The public members of VoiceAssist.Hosting. Regenerate: {UpdateVariable}=true dotnet run --project tests/VoiceAssist.Hosting.Tests -- --filter-class {typeof(PublicApiTests).FullName}",
        "# A line may be added only if Aspire 13.5 has the same member (src/*/api/*.cs of microsoft/aspire).",
    ];

    [Fact]
    public void The_list_names_every_public_member_and_no_other()
    {
        var path = Path.Combine(Repository.Root, "VoiceAssist.Hosting", "PublicAPI.txt");
        var actual = PublicApiText.Of(typeof(DistributedApplication).Assembly);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "true")
        {
            File.WriteAllText(path, string.Join('\n', [.. Header, .. actual, ""]));
        }

        var listed = File.ReadAllLines(path).Where(l => !l.StartsWith('#')).ToArray();
        Assert.Empty(actual.Except(listed));
        Assert.Empty(listed.Except(actual));
    }

    [Fact]
    public void The_list_shows_everything_that_code_compiles_against() => Assert.Equal(
        [
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T> = [Experimental(X001)] abstract class : IServiceProvider where T : class, new()",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>.Kind = enum",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>.Kind: Other = 3",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: [Obsolete] static readonly string? Old",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: abstract object? GetService(Type serviceType)",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: const int Limit = 7",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: override string ToString()",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: protected new()",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: required IReadOnlyList<string?>? Names { get; init; }",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: string Name { get; protected set; }",
            "VoiceAssist.Hosting.Tests.PublicApi.Exhibit<T>: virtual Task<T?> FindAsync<TKey>(in TKey key, DayOfWeek day = Friday, string text = \"a\", CancellationToken cancellationToken = default, params string[] rest) where TKey : struct",
        ],
        PublicApiText.Of(typeof(PublicApiTests).Assembly).Where(l => l.Contains(".Exhibit<T>", StringComparison.Ordinal)));
}
