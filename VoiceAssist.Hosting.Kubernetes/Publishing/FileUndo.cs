namespace VoiceAssist.Hosting.Kubernetes.Publishing;

/// <summary>Changes to files that are taken back, last first, unless <see cref="Keep"/> is called.</summary>
internal sealed class FileUndo : IDisposable
{
    private readonly Stack<Action> _steps = new();
    private string? _temporary;

    /// <summary>Creates a directory with its parents.</summary>
    public void CreateDirectory(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
        {
            CreateDirectory(parent);
        }

        Directory.CreateDirectory(path);
        _steps.Push(() => Directory.Delete(path));
    }

    /// <summary>Creates a directory that is gone at the end.</summary>
    public void CreateTemporary(string path)
    {
        Directory.CreateDirectory(path);
        _temporary = path;
        _steps.Push(() => Directory.Delete(path, recursive: true));
    }

    /// <summary>Moves a file, if there is one, out of the way.</summary>
    public void Take(string path, string kept)
    {
        if (!File.Exists(path))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(kept)!);
        File.Move(path, kept);
        _steps.Push(() => File.Move(kept, path));
    }

    /// <summary>Moves a new file into its place, which is free.</summary>
    public void Place(string from, string path)
    {
        File.Move(from, path);
        _steps.Push(() => File.Delete(path));
    }

    /// <summary>The changes stay.</summary>
    public void Keep()
    {
        _steps.Clear();
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    /// <summary>Takes back what was not kept. Where even that fails, the old files stay in the temporary directory.</summary>
    public void Dispose()
    {
        while (_steps.TryPop(out var step))
        {
            step();
        }
    }
}
