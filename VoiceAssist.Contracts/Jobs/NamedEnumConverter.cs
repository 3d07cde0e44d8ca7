using System.Text.Json.Serialization;

namespace VoiceAssist.Contracts;

/// <summary>An enumeration by its names alone: what clients send as a number would be right by accident.</summary>
public sealed class NamedEnumConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
