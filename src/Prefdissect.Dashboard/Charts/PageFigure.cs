using Prefdissect.Figures;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Charts;

/// <summary>A figure of a page: drawn for wide and narrow windows, with its data, exported under its name.</summary>
/// <param name="Name">Its name in addresses and files: lower-case letters, digits and dashes.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Draw">Draws it as one <c>svg</c> element.</param>
/// <param name="Data">The data behind it.</param>
/// <param name="Provenance">Where it comes from.</param>
public sealed record PageFigure(string Name, string Title, Func<Canvas, string> Draw, FigureData Data, Provenance Provenance);
