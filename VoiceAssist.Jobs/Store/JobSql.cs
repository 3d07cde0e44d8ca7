namespace VoiceAssist.Jobs.Store;

/// <summary>Every statement on the table <c>jobs</c>. Each guards the state that it leaves, so that a stale caller changes nothing.</summary>
internal static class JobSql
{
    public const string Insert = """
        insert into jobs (id, kind, payload, trace_parent, trace_state, created_at, due_at)
        values ($1, $2, $3, $4, $5, $6, $6)
        """;

    public const string Find = """
        select id, kind, state, created_at, started_at, finished_at, attempts, result, reason from jobs where id = $1
        """;

    public const string Claim = """
        update jobs set state = 'running', attempts = attempts + 1, worker = $2, started_at = $3
        where id = $1 and state = 'queued'
        returning attempts, kind, payload, due_at, trace_parent, trace_state
        """;

    public const string Succeed = """
        update jobs set state = 'succeeded', result = $3, finished_at = $4
        where id = $1 and attempts = $2 and state = 'running'
        """;

    public const string Fail = """
        update jobs set state = 'failed', reason = $3, finished_at = $4
        where id = $1 and attempts = $2 and state = 'running'
        """;

    /// <summary>Keeps <c>due_at</c>: the job goes back to its old place in the queue.</summary>
    public const string HandBack = """
        update jobs set state = 'queued', worker = null, started_at = null
        where id = $1 and attempts = $2 and state = 'running'
        """;

    public const string Waiting = """
        select id, due_at from jobs
        where state = 'queued' and due_at <= $1 and (due_at, id) > ($2, $3)
        order by due_at, id limit $4
        """;

    public const string OldestWaiting = """
        select due_at from jobs where state = 'queued' order by due_at, id limit 1
        """;
}
