namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>The files of an English model, laid out as in the package pocketsphinx-en-us.</summary>
/// <param name="Folder">The folder that holds them.</param>
internal sealed record PocketSphinxModel(string Folder)
{
    public string Acoustics => Path.Combine(Folder, "en-us");

    public string Dictionary => Path.Combine(Folder, "cmudict-en-us.dict");

    /// <summary>Which phone follows which.</summary>
    public string Phones => Path.Combine(Folder, "en-us-phone.lm.bin");

    /// <summary>Which word follows which; only dictation needs it.</summary>
    public string Language => Path.Combine(Folder, "en-us.lm.bin");

    /// <summary>
    /// The library ends the process when it finds an acoustic model incomplete, so that is looked at before.
    /// </summary>
    /// <returns>The first file that is not there, seen from the folder, or null.</returns>
    public string? FindMissing()
    {
        string[] acoustics = ["feat.params", "mdef", "means", "noisedict", "sendump", "transition_matrices", "variances"];
        return acoustics.Select(name => Path.Combine(Acoustics, name))
            .Append(Dictionary).Append(Phones).Append(Language)
            .Where(file => !File.Exists(file)).Select(file => Path.GetRelativePath(Folder, file)).FirstOrDefault();
    }
}
