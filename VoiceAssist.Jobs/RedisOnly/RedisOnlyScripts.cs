namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>What has to happen in one piece on the server; each takes a whole batch.</summary>
internal static class RedisOnlyScripts
{
    /// <summary>KEYS waiting, running, open; ARGV count, end of the lease, worker. Returns id, entry, id, entry, ...</summary>
    public const string Claim = """
        local taken = redis.call('ZPOPMIN', KEYS[1], ARGV[1])
        local claimed = {}
        for i = 1, #taken, 2 do
            local entry = redis.call('HGET', KEYS[3], taken[i])
            if entry then
                redis.call('ZADD', KEYS[2], ARGV[2], taken[i] .. ' ' .. ARGV[3])
                claimed[#claimed + 1] = taken[i]
                claimed[#claimed + 1] = entry
            end
        end
        return claimed
        """;

    /// <summary>
    /// KEYS running, open, waiting, delayed, then where each end is kept; ARGV worker, milliseconds to keep an end, then per job: id, what
    /// (<c>ended</c>, <c>waiting</c> or <c>delayed</c>), end or entry, score. Returns per job 1, or 0 when the worker no longer owned it.
    /// </summary>
    public const string Close = """
        local closed = {}
        for i = 1, #KEYS - 4 do
            local at = 3 + (i - 1) * 4
            local id, what = ARGV[at], ARGV[at + 1]
            if redis.call('ZREM', KEYS[1], id .. ' ' .. ARGV[1]) == 0 then
                closed[i] = 0
            else
                closed[i] = 1
                if what == 'ended' then
                    redis.call('HDEL', KEYS[2], id)
                    redis.call('SET', KEYS[4 + i], ARGV[at + 2], 'PX', ARGV[2])
                else
                    redis.call('HSET', KEYS[2], id, ARGV[at + 2])
                    redis.call('ZADD', what == 'waiting' and KEYS[3] or KEYS[4], ARGV[at + 3], id)
                end
            end
        end
        return closed
        """;

    /// <summary>KEYS running; ARGV end of the lease, then members. Returns per member 1, or 0 when it is not there any more.</summary>
    public const string Renew = """
        local own = {}
        for i = 2, #ARGV do
            own[i - 1] = redis.call('ZSCORE', KEYS[1], ARGV[i]) and 1 or 0
            if own[i - 1] == 1 then
                redis.call('ZADD', KEYS[1], ARGV[1], ARGV[i])
            end
        end
        return own
        """;

    /// <summary>KEYS from, waiting; ARGV now, limit. Moves what is over: ended leases, delays. Returns how many.</summary>
    public const string Move = """
        local due = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[2])
        for i = 1, #due do
            redis.call('ZREM', KEYS[1], due[i])
            redis.call('ZADD', KEYS[2], ARGV[1], string.sub(due[i], 1, 36))
        end
        return #due
        """;
}
