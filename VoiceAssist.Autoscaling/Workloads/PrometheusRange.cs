using System.Globalization;
using System.Text.Json;

namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>The answer of Prometheus' <c>/api/v1/query_range</c> as a load. Several series are added.</summary>
/// <remarks><c>{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1717243200,"12.5"]]}]}}</c></remarks>
public static class PrometheusRange
{
    /// <summary>Reads the answer; times become relative to the first. NaN counts as 0, as where a series has no value.</summary>
    /// <exception cref="FormatException">Not a successful range result, or it holds no value; a bad value is named with its place.</exception>
    public static IReadOnlyList<LoadPoint> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var sums = new SortedDictionary<double, double>();
        try
        {
            using var document = JsonDocument.Parse(json);
            var data = document.RootElement.GetProperty("data");
            if (document.RootElement.GetProperty("status").GetString() != "success" || data.GetProperty("resultType").GetString() != "matrix")
            {
                throw new FormatException("Prometheus: the answer must have status 'success' and resultType 'matrix' (a range query).");
            }

            var result = data.GetProperty("result");
            for (var series = 0; series < result.GetArrayLength(); series++)
            {
                var values = result[series].GetProperty("values");
                for (var i = 0; i < values.GetArrayLength(); i++)
                {
                    var (time, rate) = ReadValue(values[i], $"result[{series}].values[{i}]");
                    sums[time] = sums.GetValueOrDefault(time) + rate;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException($"Prometheus: not the answer of a range query ({exception.Message}).", exception);
        }

        if (sums.Count == 0)
        {
            throw new FormatException("Prometheus: the result holds no value; check the query and its time range.");
        }

        var start = sums.First().Key;
        return [.. sums.Select(p => new LoadPoint(TimeSpan.FromSeconds(p.Key - start), p.Value))];
    }

    private static (double Time, double Rate) ReadValue(JsonElement value, string place)
    {
        if (value is { ValueKind: JsonValueKind.Array } && value.GetArrayLength() == 2
            && value[0] is { ValueKind: JsonValueKind.Number } time && time.TryGetDouble(out var seconds) && RecordedTime.IsPossible(seconds)
            && value[1] is { ValueKind: JsonValueKind.String } text
            && double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var rate))
        {
            return (seconds, double.IsNaN(rate) ? 0 : rate);
        }

        var given = value.GetRawText();
        throw new FormatException(
            $"Prometheus: {place} is {(given.Length > 60 ? given[..60] + "…" : given)}; "
            + $"it must be a Unix time in seconds (up to {RecordedTime.Longest:0}) and a number as a string, such as [1717243200,\"12.5\"].");
    }
}
