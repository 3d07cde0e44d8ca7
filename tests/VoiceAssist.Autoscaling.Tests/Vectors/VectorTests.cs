namespace VoiceAssist.Autoscaling.Tests.Vectors;

public class VectorTests
{
    private const string Absent = "(absent)";

    public static TheoryData<string> OwnIds => [.. VectorFile.Own.Keys];

    public static TheoryData<string> UpstreamIds => VectorFile.Upstream is { } vectors ? [.. vectors.Keys] : [Absent];

    [Theory]
    [MemberData(nameof(OwnIds))]
    public void Our_own_vector_is_reproduced(string id) => VectorReplay.Run(VectorFile.Own[id]);

    [Theory]
    [MemberData(nameof(UpstreamIds))]
    public void A_vector_from_the_upstream_tests_is_reproduced(string id)
    {
        if (id == Absent)
        {
            Assert.Skip("shared/reference/hpa-vectors.json was found in no directory above the tests.");
        }

        VectorReplay.Run(VectorFile.Upstream![id]);
    }
}
