namespace VoiceAssist.Worker.Listening.Phrases;

/// <summary>
/// The names that may be spoken in commands: a grammar recognises only what it lists. Text commands and dictation know no such limit.
/// Each entry is one or more lower-case words; an empty list stands for the default.
/// </summary>
internal sealed class Vocabulary
{
    /// <summary>Entries of one list at most: the search grows with them.</summary>
    public const int MaxNames = 200;

    public static readonly Vocabulary Default = new()
    {
        Rooms = ["kitchen", "living room", "bedroom", "bathroom", "dining room", "hall", "office", "garage"],
        Timers = ["pizza", "pasta", "rice", "egg", "tea", "bread", "cake", "laundry"],
        Places = ["london", "paris", "berlin", "rome", "madrid", "tokyo", "new york", "boston", "chicago", "san francisco"],
        Titles = ["jazz", "rock", "classical music", "country music", "yesterday", "imagine", "let it be"],
        Artists = ["queen", "the beatles", "madonna", "mozart", "elvis"],
    };

    /// <value>As in <c>turn on the kitchen lights</c>.</value>
    public string[] Rooms { get; set; } = [];

    /// <value>As in <c>cancel the pizza timer</c>.</value>
    public string[] Timers { get; set; } = [];

    /// <value>As in <c>what's the weather in paris</c>.</value>
    public string[] Places { get; set; } = [];

    /// <value>As in <c>play yesterday</c>: titles and genres.</value>
    public string[] Titles { get; set; } = [];

    /// <value>As in <c>play something by queen</c>.</value>
    public string[] Artists { get; set; } = [];

    public IEnumerable<string> All => [.. Rooms, .. Timers, .. Places, .. Titles, .. Artists];

    /// <returns>The same, with defaults where a list is empty, and of each list what passes.</returns>
    public Vocabulary Complete(Func<string, bool> passes) => new()
    {
        Rooms = Complete(Rooms, Default.Rooms, passes),
        Timers = Complete(Timers, Default.Timers, passes),
        Places = Complete(Places, Default.Places, passes),
        Titles = Complete(Titles, Default.Titles, passes),
        Artists = Complete(Artists, Default.Artists, passes),
    };

    private static string[] Complete(string[] given, string[] otherwise, Func<string, bool> passes)
    {
        string[] kept = [.. given.Where(passes).Take(MaxNames)];
        return kept is [] ? otherwise : kept;
    }
}
