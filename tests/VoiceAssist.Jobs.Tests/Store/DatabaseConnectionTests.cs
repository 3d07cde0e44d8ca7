using Npgsql;
using VoiceAssist.Jobs.Store;

namespace VoiceAssist.Jobs.Tests.Store;

public class DatabaseConnectionTests
{
    [Fact]
    public void A_bare_connection_string_gets_a_small_pool_and_short_time_limits()
    {
        var settings = new NpgsqlConnectionStringBuilder(DatabaseConnection.WithDefaults("Host=db", "gateway"));

        Assert.Equal(
            (DatabaseConnection.PoolSize, DatabaseConnection.ConnectSeconds, DatabaseConnection.CommandSeconds, "gateway", DatabaseConnection.PlannerOptions),
            (settings.MaxPoolSize, settings.Timeout, settings.CommandTimeout, settings.ApplicationName, settings.Options));
    }

    [Fact]
    public void What_the_connection_string_says_itself_is_kept()
    {
        var settings = new NpgsqlConnectionStringBuilder(
            DatabaseConnection.WithDefaults("Host=db;Maximum Pool Size=50;Timeout=30;Application Name=mine", "gateway"));

        Assert.Equal((50, 30, "mine"), (settings.MaxPoolSize, settings.Timeout, settings.ApplicationName));
    }
}
