using ScottPlot;
using SkiaSharp;

namespace VoiceAssist.Cli.Pictures;

/// <summary>Plots below one another in one file. The file appears whole or not at all.</summary>
internal static class PictureFile
{
    private const int Width = 720;
    private const int RowHeight = 200;

    /// <summary>Whether a path names a format that can be written: .svg or .png.</summary>
    public static bool IsSupported(string path) => IsSvg(path) || path.EndsWith(".png", StringComparison.OrdinalIgnoreCase);

    /// <summary>Writes PNG, or SVG by the path's extension.</summary>
    public static void Save(Multiplot picture, string path)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            if (IsSvg(path))
            {
                SaveSvg(picture, unfinished);
            }
            else
            {
                picture.SavePng(unfinished, Width, picture.GetPlots().Length * RowHeight);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private static bool IsSvg(string path) => path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of an SVG file.</summary>
    public static string Svg(Multiplot picture)
    {
        using var text = new MemoryStream();
        RenderSvg(picture, text);
        return System.Text.Encoding.UTF8.GetString(text.ToArray());
    }

    private static void SaveSvg(Multiplot picture, string path)
    {
        using var file = File.Create(path);
        RenderSvg(picture, file);
    }

    // The library writes SVG of single plots only; here each is rendered into its row of one canvas.
    private static void RenderSvg(Multiplot picture, Stream to)
    {
        var plots = picture.GetPlots();
        using var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, plots.Length * RowHeight), to);
        for (var row = 0; row < plots.Length; row++)
        {
            // It would clear the whole canvas, the rows above included.
            plots[row].RenderManager.ClearCanvasBeforeEachRender = false;
            plots[row].Render(canvas, new PixelRect(0, Width, (row + 1) * RowHeight, row * RowHeight));
        }
    }
}
