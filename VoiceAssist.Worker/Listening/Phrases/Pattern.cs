using System.Text;

namespace VoiceAssist.Worker.Listening.Phrases;

/// <summary>
/// Everything that may be said at one point of a command, as a tree. It is written for a speech engine
/// (JSGF, www.w3.org/TR/jsgf) and can be spoken at random, which is how tests prove that whatever may be said is understood.
/// </summary>
internal abstract record Pattern
{
    /// <summary>Lower-case words, separated by single spaces.</summary>
    public static implicit operator Pattern(string words) => new Words(words);

    public static Pattern OneOf(params IReadOnlyList<Pattern> alternatives) => new Alternatives(alternatives);

    public static Pattern OneOf(IEnumerable<string> alternatives) => new Alternatives([.. alternatives.Select(words => (Pattern)words)]);

    public static Pattern Maybe(params IReadOnlyList<Pattern> alternatives) => new Optional(new Alternatives(alternatives));

    public static Pattern Sequence(params IReadOnlyList<Pattern> parts) => new Parts(parts);

    /// <summary>Writes it in JSGF, as an expansion that can stand anywhere in a rule.</summary>
    public abstract void Write(StringBuilder jsgf);

    /// <summary>Says one phrase of it.</summary>
    /// <param name="random">What is chosen where there is a choice.</param>
    /// <param name="spoken">The words so far; the phrase's words are added.</param>
    public abstract void Say(Random random, List<string> spoken);

    private sealed record Words(string Text) : Pattern
    {
        public override void Write(StringBuilder jsgf) => jsgf.Append(Text);

        public override void Say(Random random, List<string> spoken) => spoken.Add(Text);
    }

    private sealed record Alternatives(IReadOnlyList<Pattern> All) : Pattern
    {
        public override void Write(StringBuilder jsgf) => WriteAll(jsgf.Append("( "), All, " | ").Append(" )");

        public override void Say(Random random, List<string> spoken) => All[random.Next(All.Count)].Say(random, spoken);
    }

    private sealed record Parts(IReadOnlyList<Pattern> All) : Pattern
    {
        public override void Write(StringBuilder jsgf) => WriteAll(jsgf, All, " ");

        public override void Say(Random random, List<string> spoken)
        {
            foreach (var part in All)
            {
                part.Say(random, spoken);
            }
        }
    }

    private sealed record Optional(Pattern Content) : Pattern
    {
        public override void Write(StringBuilder jsgf) => WriteAll(jsgf.Append("[ "), [Content], "").Append(" ]");

        public override void Say(Random random, List<string> spoken)
        {
            if (random.Next(2) == 0)
            {
                Content.Say(random, spoken);
            }
        }
    }

    private static StringBuilder WriteAll(StringBuilder jsgf, IReadOnlyList<Pattern> patterns, string separator)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            patterns[i].Write(i == 0 ? jsgf : jsgf.Append(separator));
        }

        return jsgf;
    }
}
