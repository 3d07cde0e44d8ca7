using VoiceAssist.Gateway.Http;

namespace VoiceAssist.Gateway.Jobs;

internal static class JobErrors
{
    public static RefusedException NotFound(Guid id) => new(StatusCodes.Status404NotFound, $"There is no job {id}.");
}
