using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Google.Protobuf.WellKnownTypes;
using Proto = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Dashboard;

/// <summary>Turns what is known of an instance into what the dashboard shows.</summary>
internal static class ResourceMapper
{
    public static Proto.Resource ToProto(ResourceEvent instance)
    {
        var snapshot = instance.Snapshot;
        var resource = new Proto.Resource
        {
            Name = instance.ResourceId,
            Uid = instance.ResourceId,
            DisplayName = instance.Resource.Name,
            ResourceType = snapshot.ResourceType,
            CreatedAt = ToTimestamp(snapshot.CreationTimeStamp ?? DateTime.UnixEpoch),
            IsHidden = snapshot.IsHidden || snapshot.State?.Text == "Hidden",
        };
        if (snapshot.State is { } state)
        {
            resource.State = state.Text;
            if (state.Style is not null)
            {
                resource.StateStyle = state.Style;
            }
        }

        resource.StartedAt = snapshot.StartTimeStamp is { } started ? ToTimestamp(started) : null;
        resource.StoppedAt = snapshot.StopTimeStamp is { } stopped ? ToTimestamp(stopped) : null;
        if (snapshot.IconName is { Length: > 0 } icon)
        {
            resource.IconName = icon;
            resource.IconVariant = ToProto(snapshot.IconVariant ?? IconVariant.Regular);
        }

        resource.Environment.AddRange(snapshot.EnvironmentVariables.Select(ToProto));
        resource.Urls.AddRange(snapshot.Urls.Select(ToProto));
        resource.Volumes.AddRange(snapshot.Volumes.Select(ToProto));
        resource.HealthReports.AddRange(snapshot.HealthReports.Select(ToProto));
        resource.Relationships.AddRange(snapshot.Relationships.Select(r => new Proto.ResourceRelationship { ResourceName = r.ResourceName, Type = r.Type }));
        resource.Commands.AddRange(snapshot.Commands.Select(CommandMapper.ToProto));
        resource.Properties.AddRange(PropertyMapper.ToProto(instance));
        return resource;
    }

    public static Proto.IconVariant ToProto(IconVariant variant) =>
        variant == IconVariant.Filled ? Proto.IconVariant.Filled : Proto.IconVariant.Regular;

    private static Proto.EnvironmentVariable ToProto(EnvironmentVariableSnapshot variable)
    {
        var result = new Proto.EnvironmentVariable { Name = variable.Name, IsFromSpec = variable.IsFromSpec };
        if (variable.Value is not null)
        {
            result.Value = variable.Value;
        }

        return result;
    }

    private static Proto.Url ToProto(UrlSnapshot url)
    {
        var result = new Proto.Url
        {
            FullUrl = url.Url,
            IsInternal = url.IsInternal,
            IsInactive = url.IsInactive,
            DisplayProperties = new() { SortOrder = url.DisplayProperties.SortOrder, DisplayName = url.DisplayProperties.DisplayName },
        };
        if (url.Name is not null)
        {
            result.EndpointName = url.Name;
        }

        return result;
    }

    private static Proto.Volume ToProto(VolumeSnapshot volume) => new()
    {
        Source = volume.Source ?? "",
        Target = volume.Target,
        MountType = volume.MountType,
        IsReadOnly = volume.IsReadOnly,
    };

    private static Proto.HealthReport ToProto(HealthReportSnapshot report)
    {
        var result = new Proto.HealthReport
        {
            Key = report.Name,
            Description = report.Description ?? "",
            Exception = report.ExceptionText ?? "",
            LastRunAt = report.LastRunAt is { } lastRun ? ToTimestamp(lastRun) : null,
        };
        if (report.Status is { } status)
        {
            result.Status = status switch
            {
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy => Proto.HealthStatus.Healthy,
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded => Proto.HealthStatus.Degraded,
                Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy => Proto.HealthStatus.Unhealthy,
                _ => throw new ArgumentOutOfRangeException(
                    nameof(report), string.Create(CultureInfo.InvariantCulture, $"The health check '{report.Name}' answered with an unknown status {(int)status}.")),
            };
        }

        return result;
    }

    /// <summary>A time that says nothing of its zone is taken as UTC.</summary>
    private static Timestamp ToTimestamp(DateTime time) =>
        Timestamp.FromDateTime(time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
