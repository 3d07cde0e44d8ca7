using System.Globalization;

// Allocates as a gateway under load does and prints, once a second, its phase and resident memory in MiB: "load 3 412".
// Arguments: the seconds of each phase, and the requests per second of the phase under load.
const int PiecesPerRequest = 64;
const int PieceBytes = 8 * 1024;
var requestDuration = TimeSpan.FromMilliseconds(50);
var seconds = int.Parse(args[0], CultureInfo.InvariantCulture);
var rate = int.Parse(args[1], CultureInfo.InvariantCulture);
const int QuietRate = 3;

await RunAsync("idle", QuietRate);
await RunAsync("load", rate);
await RunAsync("after", QuietRate);

async Task RunAsync(string phase, int perSecond)
{
    for (var second = 1; second <= seconds; second++)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / perSecond);
        var end = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < perSecond; i++)
        {
            await timer.WaitForNextTickAsync();
            _ = ServeAsync();
            if (TimeProvider.System.GetElapsedTime(end) > TimeSpan.FromSeconds(1))
            {
                break;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase} {second} {Environment.WorkingSet >> 20}"));
    }
}

async Task ServeAsync()
{
    var pieces = new byte[PiecesPerRequest][];
    for (var i = 0; i < pieces.Length; i++)
    {
        pieces[i] = GC.AllocateUninitializedArray<byte>(PieceBytes);
        pieces[i].AsSpan().Fill((byte)i);
    }

    await Task.Delay(requestDuration);
    GC.KeepAlive(pieces);
}
