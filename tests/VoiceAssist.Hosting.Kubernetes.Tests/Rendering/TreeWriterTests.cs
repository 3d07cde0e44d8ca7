using VoiceAssist.Hosting.Kubernetes.Publishing;

namespace VoiceAssist.Hosting.Kubernetes.Tests.Rendering;

public class TreeWriterTests
{
    private static readonly Func<string, bool> Everything = _ => true;

    [Fact]
    public void A_directory_that_is_not_there_is_made()
    {
        using var directory = new TemporaryDirectory();
        TreeWriter.Write(directory.Full("k8s/performance"), Files(("a.yaml", "1"), ("overlays/dev/b.yaml", "2")), Everything);
        Assert.Equal("2", directory.Read()["k8s/performance/overlays/dev/b.yaml"]);
    }

    [Fact]
    public void What_is_no_longer_published_is_removed_and_what_others_wrote_is_kept()
    {
        using var directory = new TemporaryDirectory();
        directory.With(Files(("README.md", "by hand"), ("setup-hpa.sh", "by hand"), ("overlays/dev/notes.md", "by hand")));
        TreeWriter.Write(directory.Path, Files(("a.yaml", "1"), ("overlays/dev/b.yaml", "2"), ("overlays/old/c.yaml", "3")), Everything);
        TreeWriter.Write(directory.Path, Files(("a.yaml", "1")), Everything);

        Assert.Equal([".published", "README.md", "a.yaml", "overlays/dev/notes.md", "setup-hpa.sh"], directory.Read().Keys);
        Assert.False(Directory.Exists(directory.Full("overlays/old")));
    }

    [Fact]
    public void A_publish_of_one_environment_leaves_the_files_of_the_others()
    {
        string[] environments = ["dev", "prod"];
        using var directory = new TemporaryDirectory();
        TreeWriter.Write(directory.Path, Files(("a.yaml", "1"), ("overlays/dev/b.yaml", "2"), ("overlays/prod/b.yaml", "3"), ("rendered/prod.yaml", "4")), Everything);
        var target = PublishTarget.Parse("dev", environments);
        TreeWriter.Write(directory.Path, Files(("a.yaml", "5")), p => target.Includes(p, environments));

        Assert.Equal([".published", "a.yaml", "overlays/prod/b.yaml", "rendered/prod.yaml"], directory.Read().Keys);
        TreeWriter.Write(directory.Path, Files(("a.yaml", "5")), Everything);
        Assert.Equal([".published", "a.yaml"], directory.Read().Keys);
    }

    [Fact]
    public void Files_that_do_not_change_are_not_touched()
    {
        using var directory = new TemporaryDirectory();
        var files = Files(("a.yaml", "1"), ("b.yaml", "2"));
        TreeWriter.Write(directory.Path, files, Everything);
        Assert.Empty(TreeWriter.Write(directory.Path, files, Everything));
        Assert.Equal(["b.yaml"], TreeWriter.Write(directory.Path, Files(("a.yaml", "1"), ("b.yaml", "3")), Everything).Select(c => c.Path));
    }

    [Fact]
    public void A_failure_in_the_middle_leaves_the_old_tree_as_it_was()
    {
        using var directory = new TemporaryDirectory();
        TreeWriter.Write(directory.Path, Files(("a.yaml", "1"), ("m.yaml", "2"), ("z.yaml", "3")), Everything);

        // Where a file is to go stands a directory with something in it.
        directory.With(Files(("n.yaml/by-hand", "x")));
        var before = directory.Read();
        var error = Assert.Throws<DistributedApplicationException>(() =>
            TreeWriter.Write(directory.Path, Files(("a.yaml", "changed"), ("b/new.yaml", "new"), ("m.yaml", "changed"), ("n.yaml", "new")), Everything));

        Assert.Contains("Nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, directory.Read());
        Assert.False(Directory.Exists(directory.Full("b")));
        Assert.DoesNotContain(Directory.EnumerateDirectories(directory.Path), d => Path.GetFileName(d).StartsWith(".publishing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_leaves_no_directory_that_was_not_there()
    {
        using var directory = new TemporaryDirectory();
        Assert.Throws<DistributedApplicationException>(() => TreeWriter.Write(directory.Full("new"), Files(("a/b.yaml", "1"), ("a/b.yaml/c.yaml", "2")), Everything));
        Assert.Empty(Directory.EnumerateFileSystemEntries(directory.Path));
    }

    [Theory]
    [InlineData("file")]
    [InlineData("file/below")]
    public void An_output_path_that_is_a_file_is_refused(string path)
    {
        using var directory = new TemporaryDirectory();
        directory.With(Files(("file", "content")));
        var error = Assert.Throws<DistributedApplicationException>(() => TreeWriter.Write(directory.Full(path), Files(("a.yaml", "1")), Everything));
        Assert.Contains("is a file. Give a directory.", error.Message, StringComparison.Ordinal);
        Assert.Equal("content", directory.Read()["file"]);
    }

    [Fact]
    public void An_index_that_leads_out_of_the_tree_is_refused()
    {
        using var directory = new TemporaryDirectory();
        directory.With(Files((".published", "../outside\n")));
        Assert.Throws<DistributedApplicationException>(() => TreeWriter.Write(directory.Path, Files(("a.yaml", "1")), Everything));
    }

    private static Dictionary<string, string> Files(params (string Path, string Text)[] files) => files.ToDictionary(f => f.Path, f => f.Text);
}
