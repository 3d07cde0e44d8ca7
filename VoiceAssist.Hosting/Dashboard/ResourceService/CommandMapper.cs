using Aspire.Hosting.ApplicationModel;
using Proto = Aspire.DashboardService.Proto.V1;

namespace Aspire.Hosting.Dashboard;

/// <summary>Commands and their outcomes as the dashboard wants them.</summary>
internal static class CommandMapper
{
    public static Proto.ResourceCommand ToProto(ResourceCommandSnapshot command)
    {
        var result = new Proto.ResourceCommand
        {
            Name = command.Name,
            DisplayName = command.DisplayName,
            IsHighlighted = command.IsHighlighted,
            State = command.State switch
            {
                ResourceCommandState.Enabled => Proto.ResourceCommandState.Enabled,
                ResourceCommandState.Disabled => Proto.ResourceCommandState.Disabled,
                _ => Proto.ResourceCommandState.Hidden,
            },
        };
        if (command.Parameter is not null)
        {
            result.Parameter = PropertyMapper.ToValue(command.Parameter);
        }

        if (command.ConfirmationMessage is not null)
        {
            result.ConfirmationMessage = command.ConfirmationMessage;
        }

        if (command.DisplayDescription is not null)
        {
            result.DisplayDescription = command.DisplayDescription;
        }

        if (command.IconName is not null)
        {
            result.IconName = command.IconName;
            result.IconVariant = ResourceMapper.ToProto(command.IconVariant ?? IconVariant.Regular);
        }

        return result;
    }

    public static Proto.ResourceCommandResponse ToProto(ExecuteCommandResult outcome)
    {
        var response = new Proto.ResourceCommandResponse
        {
            Kind = outcome.Success ? Proto.ResourceCommandResponseKind.Succeeded
                : outcome.Canceled ? Proto.ResourceCommandResponseKind.Cancelled
                : Proto.ResourceCommandResponseKind.Failed,
        };
        if (outcome.Message is not null)
        {
            response.Message = outcome.Message;
            if (!outcome.Success)
            {
                response.ErrorMessage = outcome.Message;
            }
        }

        if (outcome.Data is { } data)
        {
            response.Result = new()
            {
                Value = data.Value,
                DisplayImmediately = data.DisplayImmediately,
                Format = data.Format switch
                {
                    CommandResultFormat.Json => Proto.CommandResultFormat.Json,
                    CommandResultFormat.Markdown => Proto.CommandResultFormat.Markdown,
                    _ => Proto.CommandResultFormat.Text,
                },
            };
        }

        return response;
    }
}
