namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>What is put under load.</summary>
internal enum TestScope
{
    /// <summary>Requests on the gateway.</summary>
    Api,

    /// <summary>Jobs on the queue, through the gateway.</summary>
    Worker,

    /// <summary>Both at once.</summary>
    All,
}
