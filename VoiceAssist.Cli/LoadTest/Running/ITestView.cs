namespace VoiceAssist.Cli.LoadTest.Running;

/// <summary>Shows a load test while it runs.</summary>
internal interface ITestView
{
    void Show(TestSample sample, IReadOnlyList<Prediction> predictions);
}
