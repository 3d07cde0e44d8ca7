namespace VoiceAssist.Contracts;

/// <summary>Names under <c>ConnectionStrings</c>: the app host hands a connection over under its resource's name.</summary>
public static class ConnectionNames
{
    /// <summary>Npgsql form: <c>Host=..;Port=..;Username=..;Password=..;Database=voiceassist</c>.</summary>
    public const string Postgres = ResourceNames.Database;

    /// <summary>StackExchange.Redis form: <c>host:port,password=..</c>.</summary>
    public const string Redis = ResourceNames.Redis;
}
