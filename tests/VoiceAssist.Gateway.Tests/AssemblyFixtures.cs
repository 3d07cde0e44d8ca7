using VoiceAssist.TestServers.Servers;

[assembly: AssemblyFixture(typeof(SharedPostgres))]
