using VoiceAssist.Worker.Understanding.Language;
using static VoiceAssist.Worker.Listening.Phrases.Pattern;

namespace VoiceAssist.Worker.Listening.Phrases;

/// <summary>Numbers and durations as they are spoken.</summary>
internal static class SpokenNumbers
{
    /// <summary>1 to 99.</summary>
    public static readonly Pattern UpToNinetyNine = OneOf(
        OneOf(Numbers.Small.Skip(1)),
        Sequence(OneOf(Numbers.Tens), Maybe(OneOf(Numbers.Small[1..10]))));

    /// <summary>0 to 100 per cent.</summary>
    public static readonly Pattern Percent = Sequence(OneOf("zero", UpToNinetyNine, "a hundred", "one hundred"), "percent");

    /// <summary><c>five minutes</c>, <c>an hour and a half</c>, <c>one hour and ten minutes</c>, <c>half an hour</c>.</summary>
    public static readonly Pattern Duration = OneOf(
        "half an hour", "half a minute", "a minute", "a minute and a half", "an hour", "an hour and a half", "a quarter of an hour",
        Count("seconds"),
        Sequence(Count("minutes"), Maybe(Sequence(Maybe("and"), Count("seconds")))),
        Sequence(Count("hours"), Maybe(Sequence(Maybe("and"), Count("minutes")))));

    /// <summary>As in <c>a ten minute timer</c>.</summary>
    public static readonly Pattern DurationBeforeName = Sequence(UpToNinetyNine, OneOf("second", "minute", "hour"));

    private static Pattern Count(string units) => OneOf(Sequence("one", units[..^1]), Sequence(UpToNinetyNine, units));
}
