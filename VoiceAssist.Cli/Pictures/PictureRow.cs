using ScottPlot;

namespace VoiceAssist.Cli.Pictures;

/// <summary>A plot across the whole width of a picture.</summary>
/// <param name="Plot">What is drawn.</param>
/// <param name="Height">In pixels.</param>
internal sealed record PictureRow(Plot Plot, int Height);
