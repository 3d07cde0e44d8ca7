using System.Globalization;
using VoiceAssist.Worker.Understanding.Language;

namespace VoiceAssist.Worker.Understanding.Music;

/// <summary><c>play Yesterday by The Beatles</c>, <c>pause the music</c>, <c>next song</c>, <c>turn the volume up</c>, <c>set the volume to 40 percent</c>.</summary>
internal sealed class MusicGrammar : IGrammar
{
    private static readonly string[] Track = ["song", "track", "one"];

    private static readonly string[] Sound = ["music", "song", "playback", "track"];

    public Understood? Parse(Phrase phrase) =>
        phrase.Try(Skipping) ?? phrase.Try(Playback) ?? phrase.Try(Volume) ?? phrase.Try(Play);

    private static Understood? Play(Phrase phrase)
    {
        if (phrase.Take("play", "put on", "listen to", "i want to hear") is null || phrase.AtEnd)
        {
            return null;
        }

        phrase.Skip("some", "the song", "a song", "me some", "me");
        var title = phrase.TakeUntil("by");
        title = title is "music" or "something" ? null : title;
        var artist = phrase.Take("by") is null ? null : phrase.TakeUntil();
        var what = (title, artist) switch
        {
            (null, null) => "music",
            (null, _) => $"music by {artist}",
            (_, null) => title,
            _ => $"{title} by {artist}",
        };
        return phrase.AtEnd ? Understood.Of("music.play", $"Playing {what}.", ("title", title), ("artist", artist)) : null;
    }

    private static Understood? Playback(Phrase phrase)
    {
        if (phrase.Take("pause", "stop", "resume", "continue", "unpause") is not { } verb)
        {
            return null;
        }

        phrase.Skip("playing").Skip("the", "my", "this");
        if (phrase.Take(Sound) is null || !phrase.AtEnd)
        {
            return null;
        }

        return verb switch
        {
            "pause" => Understood.Of("music.pause", "Music paused."),
            "stop" => Understood.Of("music.stop", "Music stopped."),
            _ => Understood.Of("music.resume", "Music resumed."),
        };
    }

    private static Understood? Skipping(Phrase phrase)
    {
        phrase.Skip("play", "go to", "go back to").Skip("the");
        if (phrase.Take("skip", "next", "previous", "last") is not { } which)
        {
            return null;
        }

        phrase.Skip("this", "the");
        var named = phrase.Take(Track) is not null;
        if (!phrase.AtEnd || (which == "last" && !named))
        {
            return null;
        }

        return which is "skip" or "next"
            ? Understood.Of("music.next", "Next song.")
            : Understood.Of("music.previous", "Previous song.");
    }

    private static Understood? Volume(Phrase phrase)
    {
        var setting = phrase.Take("turn", "set", "change") is not null;
        phrase.Skip("the", "my");
        var direction = setting ? phrase.Take("up", "down") : null;
        if (phrase.Skip("the").Take("volume", "music", "it") is null)
        {
            return null;
        }

        direction ??= phrase.Take("up", "down");
        if (direction is not null)
        {
            return phrase.AtEnd ? Understood.Of($"music.volume.{direction}", $"Turning the volume {direction}.") : null;
        }

        return phrase.Take("to") is not null && phrase.TakeNumber() is <= 100 and var percent && phrase.Skip("percent").AtEnd
            ? Understood.Of("music.volume.set", $"Volume set to {percent} percent.",
                ("percent", percent.ToString(CultureInfo.InvariantCulture)))
            : null;
    }
}
