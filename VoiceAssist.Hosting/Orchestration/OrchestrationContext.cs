using System.Reflection;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dcp;
using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.Orchestration;

/// <summary>What running a resource takes.</summary>
internal sealed record OrchestrationContext(
    DcpClient Dcp,
    ContainerCommand Containers,
    DistributedApplicationExecutionContext ExecutionContext,
    IDistributedApplicationEventing Eventing,
    ResourceNotificationService Notifications,
    ResourceLoggerService Loggers,
    IServiceProvider Services,
    Assembly? AppHost,
    FailureReporter Failures,
    TimeProvider Time);
