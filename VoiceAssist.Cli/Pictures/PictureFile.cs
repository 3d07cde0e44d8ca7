using ScottPlot;
using SkiaSharp;

namespace VoiceAssist.Cli.Pictures;

/// <summary>Rows below one another in one file. The file appears whole or not at all.</summary>
internal static class PictureFile
{
    /// <summary>Checks where a picture is to go, before anything is computed.</summary>
    /// <exception cref="UsageException">Neither .svg nor .png, or a folder that does not exist.</exception>
    public static string? Check(string? path) => path is null || (IsSupported(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
        ? path
        : throw new UsageException($"--picture: '{path}' must end in .svg or .png, in a folder that exists.");

    /// <summary>Writes PNG, or SVG by the path's extension.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public static void Save(IReadOnlyList<PictureRow> rows, string path)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = File.Create(unfinished))
            {
                if (IsSvg(path))
                {
                    WriteSvg(rows, file);
                }
                else
                {
                    WritePng(rows, file);
                }
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--picture: '{path}' cannot be written: {e.Message}");
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>The text of an SVG file.</summary>
    public static string Svg(IReadOnlyList<PictureRow> rows)
    {
        using var text = new MemoryStream();
        WriteSvg(rows, text);
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static bool IsSupported(string path) => IsSvg(path) || path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    private static bool IsSvg(string path) => path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    private static void WriteSvg(IReadOnlyList<PictureRow> rows, Stream to)
    {
        using var canvas = SKSvgCanvas.Create(new SKRect(0, 0, PictureStyle.Width, rows.Sum(r => r.Height)), to);
        Draw(rows, canvas);
    }

    private static void WritePng(IReadOnlyList<PictureRow> rows, Stream to)
    {
        using var surface = SKSurface.Create(new SKImageInfo(PictureStyle.Width, rows.Sum(r => r.Height)));
        Draw(rows, surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        data.SaveTo(to);
    }

    private static void Draw(IReadOnlyList<PictureRow> rows, SKCanvas canvas)
    {
        using var scratch = SKSurface.Create(new SKImageInfo(1, 1));
        canvas.Clear(SKColors.White);
        var top = 0;
        foreach (var (plot, height) in rows)
        {
            // It would clear the whole canvas, the rows above included.
            plot.RenderManager.ClearCanvasBeforeEachRender = false;
            var place = new PixelRect(0, PictureStyle.Width, top + height, top);

            // The library draws a plot twice the first time; an SVG would hold everything twice.
            plot.Render(scratch.Canvas, place);
            plot.Render(canvas, place);
            top += height;
        }
    }
}
