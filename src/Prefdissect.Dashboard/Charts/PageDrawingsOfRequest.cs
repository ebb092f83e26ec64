using Prefdissect.Reporting.Pages;

namespace Prefdissect.Dashboard.Charts;

/// <summary>Numbers the figures of one page, so that no two have the same id.</summary>
public sealed class PageDrawingsOfRequest
{
    /// <summary>The drawings of this page.</summary>
    public PageDrawings Drawings { get; } = new();
}
