using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;

namespace Prefdissect.Dashboard.Charts;

/// <summary>The figures of one page, made from its address alone: what the page shows is what its exports hold.</summary>
public interface IFigurePage
{
    /// <summary>The page's name in addresses.</summary>
    string Page { get; }

    /// <summary>The figures that the page shows for an address.</summary>
    /// <exception cref="Workflows.RequestException">The address asks for what is not there.</exception>
    IReadOnlyList<PageFigure> Figures(SourceReading reading, PageQuery query, CancellationToken cancellation);
}
