using BenchmarkDotNet.Running;
using VoiceAssist.Autoscaling.Benchmarks;

switch (args)
{
    case ["quick"]:
        QuickMeasure.Run();
        break;
    case ["pictures", var folder, "png" or "svg"]:
        DocumentationPictures.Draw(folder, args[2]);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(QuickMeasure).Assembly).Run(args);
        break;
}
