namespace VoiceAssist.Contracts;

/// <summary>Payload of a <see cref="JobKinds.Command"/> job.</summary>
/// <param name="Text">The command as the client gave it.</param>
public sealed record CommandPayload(string Text);
