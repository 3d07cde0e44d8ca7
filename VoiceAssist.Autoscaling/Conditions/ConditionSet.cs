namespace VoiceAssist.Autoscaling.Conditions;

/// <summary>The conditions of one autoscaler, in the order in which their types first appeared.</summary>
public sealed class ConditionSet
{
    private readonly List<Condition> _conditions = [];

    public IReadOnlyList<Condition> All => _conditions;

    public bool IsTrue(ConditionType type)
    {
        var index = IndexOf(type);
        return index >= 0 && _conditions[index].Status;
    }

    public void Set(ConditionType type, bool status, string reason, string message, DateTimeOffset now)
    {
        var index = IndexOf(type);
        if (index < 0)
        {
            _conditions.Add(new(type, status, reason, message, now));
            return;
        }

        var known = _conditions[index];
        if (known.Status != status || known.Reason != reason || known.Message != message)
        {
            _conditions[index] = new(type, status, reason, message, known.Status == status ? known.LastTransition : now);
        }
    }

    public void Remove(ConditionType type)
    {
        var index = IndexOf(type);
        if (index >= 0)
        {
            _conditions.RemoveAt(index);
        }
    }

    private int IndexOf(ConditionType type)
    {
        for (var i = 0; i < _conditions.Count; i++)
        {
            if (_conditions[i].Type == type)
            {
                return i;
            }
        }

        return -1;
    }
}
