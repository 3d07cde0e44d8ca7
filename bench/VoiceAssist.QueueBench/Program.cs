using VoiceAssist.QueueBench;

return args switch
{
    ["compare", .. var options] => await Compare.RunAsync(options),
    ["wait", .. var options] => await QueueWait.RunAsync(options),
    ["ours", var mode, .. var options] => await Compare.OursAloneAsync(mode, options),
    ["million", .. var options] => await Million.RunAsync(options),
    ["work", var mode, var jobs, var concurrency] => await WorkProcess.RunAsync(mode, Arguments.Number(jobs), Arguments.Number(concurrency)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project bench/VoiceAssist.QueueBench -- COMMAND
          compare [--rounds 3] [--concurrency 10,50,100] [--jobs 100000]   completed no-op jobs per second beside BullMQ
          wait    [--rate 100] [--seconds 30] [--durable true]            how long a job waits in the queue
          ours MODE [--jobs 100000] [--concurrency 50]                     the same without BullMQ; MODE is redis-only or recorded
          million [--jobs 1000000]                                        memory of worker, Redis and Postgres over that many jobs
        """);
    return 2;
}
