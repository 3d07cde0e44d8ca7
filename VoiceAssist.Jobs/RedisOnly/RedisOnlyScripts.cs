namespace VoiceAssist.Jobs.RedisOnly;

/// <summary>What has to happen in one piece on the server; each takes a whole batch, of at most <see cref="MaxBatch"/>.</summary>
internal static class RedisOnlyScripts
{
    /// <summary>Lua passes some 8,000 arguments to one call, two of them for each job.</summary>
    public const int MaxBatch = 2_048;

    /// <summary>KEYS waiting, running, open; ARGV count, end of the lease, worker. Returns id, entry, id, entry, ...</summary>
    public const string Claim = """
        local taken, ids = redis.call('ZPOPMIN', KEYS[1], ARGV[1]), {}
        for i = 1, #taken, 2 do
            ids[#ids + 1] = taken[i]
        end
        if #ids == 0 then
            return ids
        end
        local entries, leases, claimed = redis.call('HMGET', KEYS[3], unpack(ids)), {}, {}
        for i = 1, #ids do
            if entries[i] then
                leases[#leases + 1] = ARGV[2]
                leases[#leases + 1] = ids[i] .. ' ' .. ARGV[3]
                claimed[#claimed + 1] = ids[i]
                claimed[#claimed + 1] = entries[i]
            end
        end
        if #leases > 0 then
            redis.call('ZADD', KEYS[2], unpack(leases))
        end
        return claimed
        """;

    /// <summary>
    /// KEYS running, open, waiting, delayed, then where each end is kept; ARGV worker, milliseconds to keep an end, then per job: id, what
    /// (<c>ended</c>, <c>waiting</c> or <c>delayed</c>), end or entry, score. Returns per job 1, or 0 when the worker no longer owned it.
    /// </summary>
    public const string Close = """
        local runs, own, ended, closed = {}, {}, {}, {}
        for i = 3, #ARGV, 4 do
            runs[#runs + 1] = ARGV[i] .. ' ' .. ARGV[1]
        end
        local leases = redis.call('ZMSCORE', KEYS[1], unpack(runs))
        for i = 1, #runs do
            closed[i] = leases[i] and 1 or 0
            if leases[i] then
                local at = 3 + (i - 1) * 4
                local id, what = ARGV[at], ARGV[at + 1]
                own[#own + 1] = runs[i]
                if what == 'ended' then
                    ended[#ended + 1] = id
                    redis.call('SET', KEYS[4 + i], ARGV[at + 2], 'PX', ARGV[2])
                else
                    redis.call('HSET', KEYS[2], id, ARGV[at + 2])
                    redis.call('ZADD', what == 'waiting' and KEYS[3] or KEYS[4], ARGV[at + 3], id)
                end
            end
        end
        if #own > 0 then
            redis.call('ZREM', KEYS[1], unpack(own))
        end
        if #ended > 0 then
            redis.call('HDEL', KEYS[2], unpack(ended))
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
