using System.Globalization;
using System.Text.Json.Nodes;
using VoiceAssist.TestCluster.Ownership;

namespace VoiceAssist.TestCluster.Storage;

/// <summary>The cluster's objects, written as the API server writes them: defaults, ownership, versions, conflicts.</summary>
public sealed class ObjectStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<ObjectKey, JsonObject> _objects = [];
    private readonly Dictionary<string, ApiResource> _resources = new(StringComparer.Ordinal);
    private readonly List<StoreEvent> _events = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _version;
    private int _serial;

    /// <summary>Called under lock after each write, with the stored object: the place for what controllers would do.</summary>
    public Action<JsonObject>? Written { get; set; }

    public IReadOnlyCollection<ApiResource> Resources => _resources.Values;

    public void Serve(ApiResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        _resources[$"{resource.GroupVersion}/{resource.Plural}"] = resource;
    }

    /// <exception cref="ApiException">No such resource.</exception>
    public ApiResource Find(string groupVersion, string plural) =>
        _resources.GetValueOrDefault($"{groupVersion}/{plural}") ?? throw new ApiException(404, "NotFound", "the server could not find the requested resource");

    /// <exception cref="ApiException">No such object.</exception>
    public JsonObject Get(ApiResource resource, string space, string name)
    {
        lock (_lock)
        {
            return Stored(new(resource, space, name)).DeepClone().AsObject();
        }
    }

    public IReadOnlyList<JsonObject> List(ApiResource resource, string? space, string? labels = null, string? fields = null)
    {
        lock (_lock)
        {
            return [.. _objects
                .Where(o => o.Key.Resource == resource && (space is null || o.Key.Namespace == space) && Selectors.Matches(o.Value, labels, fields))
                .OrderBy(o => o.Key.Namespace, StringComparer.Ordinal).ThenBy(o => o.Key.Name, StringComparer.Ordinal)
                .Select(o => o.Value.DeepClone().AsObject())];
        }
    }

    /// <summary>Every object, by <c>Kind namespace/name</c>.</summary>
    public IReadOnlyDictionary<string, JsonObject> All()
    {
        lock (_lock)
        {
            return _objects.ToDictionary(o => $"{o.Key.Resource.Kind} {o.Key.Namespace}/{o.Key.Name}", o => o.Value.DeepClone().AsObject(), StringComparer.Ordinal);
        }
    }

    /// <summary>Ends with the next write or deletion of any object.</summary>
    public Task Changed
    {
        get
        {
            lock (_lock)
            {
                return _next.Task;
            }
        }
    }

    public string Version => _version.ToString(CultureInfo.InvariantCulture);

    /// <summary>The objects as they are, and the version after which events follow them without a gap.</summary>
    internal (IReadOnlyList<JsonObject> Objects, int Version) Snapshot(ApiResource resource, string? space, string? labels, string? fields)
    {
        lock (_lock)
        {
            return (List(resource, space, labels, fields), _version);
        }
    }

    /// <summary>What happened to a resource's objects after a version, and a task that ends when more has happened.</summary>
    internal (IReadOnlyList<StoreEvent> Events, Task More) EventsAfter(int version, ApiResource resource, string? space, string? labels, string? fields)
    {
        lock (_lock)
        {
            return ([.. _events.Where(e => e.Version > version && e.Key.Resource == resource && (space is null || e.Key.Namespace == space) && Selectors.Matches(e.Document, labels, fields))], _next.Task);
        }
    }

    /// <exception cref="ApiException">The object exists, or its namespace does not.</exception>
    public JsonObject Create(ApiResource resource, string space, JsonObject document, string manager, bool dryRun)
    {
        lock (_lock)
        {
            var key = KeyOf(resource, space, document);
            if (_objects.ContainsKey(key))
            {
                throw new ApiException(409, "AlreadyExists", $"{key.Label} already exists");
            }

            ManagedFields.Update(null, document, manager, "", Now());
            return Write(key, null, document, dryRun);
        }
    }

    /// <exception cref="ApiException">No such object, an old version, or a field that cannot change.</exception>
    public JsonObject Update(ApiResource resource, string space, string name, JsonObject document, string manager, bool dryRun)
    {
        lock (_lock)
        {
            var key = new ObjectKey(resource, space, name);
            var live = Stored(key);
            if (document["metadata"]?["resourceVersion"] is { } given && (string?)given != (string?)live["metadata"]!["resourceVersion"])
            {
                throw new ApiException(409, "Conflict", $"Operation cannot be fulfilled on {key.Label}: the object has been modified; please apply your changes to the latest version and try again");
            }

            if (document["metadata"]?["uid"] is { } uid && (string?)uid != (string?)live["metadata"]!["uid"])
            {
                throw new ApiException(409, "Conflict", $"Operation cannot be fulfilled on {key.Label}: Precondition failed: UID in precondition: {uid}, UID in object meta: {live["metadata"]!["uid"]}");
            }

            document["status"] = live["status"]?.DeepClone();
            ManagedFields.Update(live, document, manager, "", Now());
            return Write(key, live, document, dryRun);
        }
    }

    /// <summary>A JSON merge patch (RFC 7386).</summary>
    public JsonObject Merge(ApiResource resource, string space, string name, JsonObject patch, string manager, bool dryRun)
    {
        lock (_lock)
        {
            var merged = Stored(new(resource, space, name)).DeepClone().AsObject();
            MergePatch.Into(merged, patch);
            return Update(resource, space, name, merged, manager, dryRun);
        }
    }

    /// <summary>Server-side apply.</summary>
    /// <exception cref="ApiException">Another manager owns a field with another value, and <paramref name="force"/> is not given.</exception>
    public JsonObject Apply(ApiResource resource, string space, string name, JsonObject applied, string manager, bool force, bool dryRun)
    {
        lock (_lock)
        {
            ArgumentNullException.ThrowIfNull(applied);
            if (applied["metadata"]?["managedFields"] is not null)
            {
                throw new ApiException(400, "BadRequest", "metadata.managedFields must be nil");
            }

            var key = KeyOf(resource, space, applied);
            if (key.Name != name)
            {
                throw new ApiException(400, "BadRequest", $"the name of the object ({key.Name}) does not match the name on the URL ({name})");
            }

            var live = _objects.GetValueOrDefault(key);
            var merged = ManagedFields.Apply(live, applied, manager, force, Now(), out var conflicts);
            return conflicts.Count == 0 || force
                ? Write(key, live, merged, dryRun)
                : throw new ApiException(
                    409,
                    "Conflict",
                    $"Apply failed with {conflicts.Count} conflict{(conflicts.Count == 1 ? "" : "s")}: " + string.Join("; ", conflicts.Select(c => $"conflict with {c.Owner}: {FieldPaths.ForPeople(c.Path)}")),
                    [.. conflicts.Select(c => ("FieldManagerConflict", $"conflict with {c.Owner}", FieldPaths.ForPeople(c.Path)))]);
        }
    }

    /// <exception cref="ApiException">No such object.</exception>
    public JsonObject Delete(ApiResource resource, string space, string name, bool dryRun)
    {
        lock (_lock)
        {
            var key = new ObjectKey(resource, space, name);
            var live = Stored(key);
            if (!dryRun)
            {
                var gone = _objects.Where(o => o.Key == key || (resource.Kind == "Namespace" && o.Key.Namespace == name)).ToList();
                gone.ForEach(o => _objects.Remove(o.Key));
                gone.ForEach(o => Tell("DELETED", o.Key, o.Value));
            }

            return live.DeepClone().AsObject();
        }
    }

    /// <summary>Changes an object in place as a controller does: status, or a field through a subresource.</summary>
    public void Touch(ApiResource resource, string space, string name, string manager, string subresource, Action<JsonObject> change)
    {
        lock (_lock)
        {
            ArgumentNullException.ThrowIfNull(change);
            var key = new ObjectKey(resource, space, name);
            var live = Stored(key);
            var changed = live.DeepClone().AsObject();
            change(changed);
            if (subresource != "status")
            {
                ManagedFields.Update(live, changed, manager, subresource, Now());
            }

            Write(key, live, changed, dryRun: false);
        }
    }

    private static string Now() => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private JsonObject Stored(ObjectKey key) =>
        _objects.GetValueOrDefault(key) ?? throw new ApiException(404, "NotFound", $"{key.Label} not found");

    private ObjectKey KeyOf(ApiResource resource, string space, JsonObject document)
    {
        var name = (string?)document["metadata"]?["name"] ?? throw new ApiException(422, "Invalid", "metadata.name: Required value: name or generateName is required");
        if (resource.IsNamespaced && !_objects.Keys.Any(k => k.Resource.Kind == "Namespace" && k.Name == space))
        {
            throw new ApiException(404, "NotFound", $"namespaces \"{space}\" not found");
        }

        if (resource.IsNamespaced)
        {
            document["metadata"]!["namespace"] = space;
        }

        return new(resource, resource.IsNamespaced ? space : "", name);
    }

    private JsonObject Write(ObjectKey key, JsonObject? live, JsonObject document, bool dryRun)
    {
        Immutability.Check(key, live, document);
        Defaults.Fill(document, live, live is null ? ++_serial : 0);
        if (key.Resource.Kind == "Service")
        {
            Allocations.Check(key, document["spec"]!, live?["spec"], _objects.Where(o => o.Key != key && o.Key.Resource == key.Resource).Select(o => o.Value));
        }

        var metadata = document["metadata"]!.AsObject();
        foreach (var kept in new[] { "uid", "creationTimestamp", "generation", "resourceVersion" })
        {
            metadata[kept] = live?["metadata"]![kept]?.DeepClone();
        }

        if (live is null)
        {
            metadata["uid"] = Guid.NewGuid().ToString();
            metadata["creationTimestamp"] = Now();
            metadata["generation"] = 1;
        }
        else if (JsonNode.DeepEquals(live, document))
        {
            return document;
        }
        else if (!JsonNode.DeepEquals(live["spec"], document["spec"]))
        {
            metadata["generation"] = (int)live["metadata"]!["generation"]! + 1;
        }

        if (dryRun)
        {
            return document.DeepClone().AsObject();
        }

        metadata["resourceVersion"] = (_version + 1).ToString(CultureInfo.InvariantCulture);
        _objects[key] = document;
        Written?.Invoke(document);
        Tell(live is null ? "ADDED" : "MODIFIED", key, document);
        return document.DeepClone().AsObject();
    }

    private void Tell(string type, ObjectKey key, JsonObject document)
    {
        _events.Add(new(++_version, type, key, document.DeepClone().AsObject()));
        var told = _next;
        _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }
}
