using System.Data.Common;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A database of a PostgreSQL server.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="databaseName">The database's name.</param>
/// <param name="postgresParentResource">The server.</param>
public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource postgresParentResource)
    : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
{
    /// <summary>The server.</summary>
    public PostgresServerResource Parent { get; } = postgresParentResource ?? throw new ArgumentNullException(nameof(postgresParentResource));

    /// <summary>The database's name.</summary>
    public string DatabaseName { get; } = !string.IsNullOrEmpty(databaseName) ? databaseName : throw new ArgumentException("The name of a database must not be empty.", nameof(databaseName));

    /// <summary>The server's connection string and <c>;Database=NAME</c>.</summary>
    public ReferenceExpression ConnectionStringExpression
    {
        get
        {
            // Quotes the name where it needs it.
            var database = new DbConnectionStringBuilder { ["Database"] = DatabaseName };
            return ReferenceExpression.Create($"{Parent};{database.ToString()}");
        }
    }

    /// <summary><c>postgresql://user:password@host:port/database</c></summary>
    public ReferenceExpression UriExpression => Parent.BuildUri(DatabaseName);

    /// <summary><c>jdbc:postgresql://host:port/database</c></summary>
    public ReferenceExpression JdbcConnectionString => Parent.BuildJdbcConnectionString(DatabaseName);

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties()
    {
        foreach (var (property, value) in ((IResourceWithConnectionString)Parent).GetConnectionProperties())
        {
            yield return new(property, property switch
            {
                "Uri" => UriExpression,
                "JdbcConnectionString" => JdbcConnectionString,
                _ => value,
            });
        }

        yield return new("DatabaseName", ReferenceExpression.Create($"{DatabaseName}"));
    }
}
