namespace VoiceAssist.Hosting.Kubernetes.Policies;

/// <summary>
/// The security context. Every container runs as non-root, read-only, without privileges and capabilities (Pod Security level
/// <c>restricted</c>); this says the user and where the program must write.
/// </summary>
public sealed class SecurityPolicy : Policy<SecurityPolicy>
{
    private readonly SortedDictionary<string, string?> _writable = new(StringComparer.Ordinal);

    /// <value>The user. Default: 1654, the user of .NET's images, for a project; none given for a container.</value>
    public long? User { get; private set; }

    /// <value>The group of the user and of mounted volumes. Default: the user's number.</value>
    public long? Group { get; private set; }

    /// <value>Directories that are writable (emptyDir), with the size limit if any.</value>
    public IReadOnlyDictionary<string, string?> Writable => _writable;

    /// <summary>The user, and the group of it and of mounted volumes.</summary>
    public SecurityPolicy RunAs(long user, long? group = null)
    {
        if (user <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(user), user, "The user must not be root; allowed: 1 and above.");
        }

        (User, Group) = (user, group ?? user);
        return this;
    }

    /// <summary>A directory in which the program writes; it is empty at every start.</summary>
    public SecurityPolicy WritableAt(string path, string? sizeLimit = null)
    {
        _writable[path] = sizeLimit;
        return this;
    }
}
