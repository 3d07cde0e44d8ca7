using Microsoft.Win32.SafeHandles;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>A decoder of the C library.</summary>
internal sealed class DecoderHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle() => PocketSphinxLibrary.FreeDecoder(handle) == 0;
}
