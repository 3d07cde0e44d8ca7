using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoiceAssist.Hosting.Kubernetes.Planning.Monitoring;

namespace VoiceAssist.Hosting.Kubernetes.Planning.Dashboards;

/// <summary>The Grafana dashboard of an app: one for all environments, the namespace is chosen at its top.</summary>
internal static class Dashboard
{
    private const int Columns = 24;
    private const int PanelWidth = 12;
    private const int PanelHeight = 8;

    /// <summary>Grafana 11's; newer ones migrate it when they load it.</summary>
    private const int SchemaVersion = 39;

    /// <summary>Grafana refuses longer ones.</summary>
    private const int MaxUidLength = 40;

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON model to import.</summary>
    public static string ToJson(EnvironmentContext environment)
    {
        var uid = $"{environment.Application}-autoscaling";
        var dashboard = new JsonObject
        {
            ["uid"] = uid[..Math.Min(uid.Length, MaxUidLength)],
            ["title"] = $"{environment.Application}: autoscaling",
            ["tags"] = new JsonArray("kubernetes", environment.Application),
            ["schemaVersion"] = SchemaVersion,
            ["editable"] = true,
            ["refresh"] = "30s",
            ["time"] = new JsonObject { ["from"] = "now-3h", ["to"] = "now" },
            ["templating"] = new JsonObject { ["list"] = new JsonArray(DataSources(), Namespaces(environment)) },
            ["panels"] = Panels(DashboardRows.Of(environment)),
        };
        return dashboard.ToJsonString(Format) + "\n";
    }

    private static JsonArray Panels(IEnumerable<DashboardRow> rows)
    {
        var panels = new JsonArray();
        var y = 0;
        foreach (var row in rows)
        {
            panels.Add(new JsonObject
            {
                ["id"] = panels.Count + 1,
                ["type"] = "row",
                ["title"] = row.Title,
                ["collapsed"] = false,
                ["gridPos"] = Place(0, y++, Columns, 1),
                ["panels"] = new JsonArray(),
            });
            for (var i = 0; i < row.Panels.Count; i++)
            {
                panels.Add(Panel(row.Panels[i], panels.Count + 1, Place(i * PanelWidth % Columns, y + (i * PanelWidth / Columns * PanelHeight), PanelWidth, PanelHeight)));
            }

            y += (row.Panels.Count + 1) * PanelWidth / Columns * PanelHeight;
        }

        return panels;
    }

    private static JsonObject Panel(DashboardPanel panel, int id, JsonObject place) => new()
    {
        ["id"] = id,
        ["type"] = "timeseries",
        ["title"] = panel.Title,
        ["datasource"] = Source(),
        ["gridPos"] = place,
        ["fieldConfig"] = new JsonObject
        {
            ["defaults"] = new JsonObject { ["unit"] = panel.Unit, ["min"] = 0 },
            ["overrides"] = new JsonArray([.. panel.Queries.Index().Where(q => q.Item.IsBound).Select(q => Dashed(RefId(q.Index)))]),
        },
        ["targets"] = new JsonArray([.. panel.Queries.Select((q, i) => new JsonObject
        {
            ["refId"] = RefId(i),
            ["datasource"] = Source(),
            ["expr"] = q.Expression,
            ["legendFormat"] = q.Legend,
        })]),
    };

    private static JsonObject Dashed(string refId) => new()
    {
        ["matcher"] = new JsonObject { ["id"] = "byFrameRefID", ["options"] = refId },
        ["properties"] = new JsonArray(new JsonObject
        {
            ["id"] = "custom.lineStyle",
            ["value"] = new JsonObject { ["fill"] = "dash", ["dash"] = new JsonArray(10, 10) },
        }),
    };

    private static JsonObject DataSources() => new() { ["name"] = "datasource", ["type"] = "datasource", ["query"] = "prometheus" };

    private static JsonObject Namespaces(EnvironmentContext environment) => new()
    {
        ["name"] = "namespace",
        ["type"] = "query",
        ["datasource"] = Source(),
        ["query"] = $"label_values(up{{{SeriesScope.ApplicationLabel}=\"{environment.Application}\"}}, namespace)",
        ["refresh"] = 2,
        ["sort"] = 1,
    };

    private static JsonObject Source() => new() { ["type"] = "prometheus", ["uid"] = DashboardVariables.DataSource };

    private static JsonObject Place(int x, int y, int width, int height) => new() { ["x"] = x, ["y"] = y, ["w"] = width, ["h"] = height };

    private static string RefId(int index) => ((char)('A' + index)).ToString();
}
