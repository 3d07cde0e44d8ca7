using System.Reflection;
using System.Runtime.Loader;

namespace VoiceAssist.Cli.Tests;

public sealed class StartTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("setup", "--help")]
    [InlineData("completion", "bash")]
    public async Task What_needs_no_cluster_and_no_picture_loads_no_library_for_them(params string[] arguments)
    {
        var context = new OwnContext();
        var program = context.LoadFromAssemblyPath(typeof(CommandLine).Assembly.Location);
        var run = program.GetType(typeof(CommandLine).FullName!)!.GetMethods(BindingFlags.Public | BindingFlags.Static).Single(m => m.GetParameters().Length == 4);
        using var output = new StringWriter();
        var code = await (Task<int>)run.Invoke(null, [arguments, output, TextWriter.Null, CancellationToken.None])!;
        Assert.Equal(0, code);
        Assert.NotEmpty(output.ToString());
        Assert.Equal(["System.CommandLine", "voiceassist"], context.Assemblies.Select(a => a.GetName().Name!).Where(n => n != "VoiceAssist.Autoscaling").Order(StringComparer.Ordinal));
    }

    // Loads everything but the framework anew, so that it shows what the program itself asks for.
    private sealed class OwnContext : AssemblyLoadContext
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
