using Microsoft.Win32.SafeHandles;

namespace VoiceAssist.Worker.Listening.PocketSphinx;

/// <summary>A configuration of the C library.</summary>
internal sealed class ConfigurationHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    /// <summary>A decoder may go on holding it.</summary>
    protected override bool ReleaseHandle() => PocketSphinxLibrary.Free(handle) >= 0;
}
