using System.Globalization;
using System.Text.Json;

namespace VoiceAssist.Autoscaling.Workloads;

/// <summary>The answer of Prometheus' <c>/api/v1/query_range</c> as a load. Several series are added.</summary>
/// <remarks><c>{"status":"success","data":{"resultType":"matrix","result":[{"metric":{},"values":[[1717243200,"12.5"]]}]}}</c></remarks>
public static class PrometheusRange
{
    /// <summary>Reads the answer; times become relative to the first. NaN counts as 0, as where a series has no value.</summary>
    /// <exception cref="FormatException">Not a successful range result, or it holds no value.</exception>
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

            foreach (var series in data.GetProperty("result").EnumerateArray())
            {
                foreach (var value in series.GetProperty("values").EnumerateArray())
                {
                    var rate = double.Parse(value[1].GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture);
                    var time = value[0].GetDouble();
                    sums[time] = sums.GetValueOrDefault(time) + (double.IsNaN(rate) ? 0 : rate);
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
}
