using Microsoft.Extensions.Options;

namespace VoiceAssist.Worker.Listening;

/// <summary>Checks the options' annotations; the code is generated.</summary>
[OptionsValidator]
internal sealed partial class SpeechOptionsValidator : IValidateOptions<SpeechOptions>;
