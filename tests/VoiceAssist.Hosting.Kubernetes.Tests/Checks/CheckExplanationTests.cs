using VoiceAssist.Hosting.Kubernetes.Checks;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Checks;

public sealed class CheckExplanationTests
{
    public static TheoryData<string> Ids => [.. CheckExplanations.All.Select(d => d.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_check_says_why_and_what_to_do(string id)
    {
        var description = CheckExplanations.All.Single(d => d.Id == id);

        Assert.All([description.Title, description.Why, description.Do], text => Assert.True(text.Trim().Length > 20, $"{id}: '{text}'"));
        Assert.DoesNotMatch(@"\.$", description.Title);
        Assert.Contains(CheckGroup.All, g => id.StartsWith(g.Prefix, StringComparison.Ordinal));
    }

    [Fact]
    public void An_explanation_is_found_by_id_in_any_case() => Assert.StartsWith("VAK101 error: ", CheckExplanations.Of("vak101"));

    [Fact]
    public void An_unknown_id_names_the_known_ones() =>
        Assert.Contains("Known: VAK101, ", Assert.Throws<ArgumentException>(() => CheckExplanations.Of("VAK777")).Message);

    /// <summary>With UPDATE_DOCS=1 the page is written instead.</summary>
    [Fact]
    public void The_page_says_what_the_checks_say()
    {
        var page = Path.Combine(Repository.Root, "docs", "checks.md");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(page, CheckExplanations.Markdown());
        }

        Assert.Equal(CheckExplanations.Markdown(), File.ReadAllText(page));
    }
}
