namespace VoiceAssist.Hosting.Kubernetes.Planning;

/// <summary>Turns what the app model says of an environment into Kubernetes objects of one concern.</summary>
internal interface IObjectPlanner
{
    /// <summary>The objects, complete, with every figure resolved and the namespace set; without side effects.</summary>
    IEnumerable<PlannedObject> Plan(EnvironmentContext environment);
}
