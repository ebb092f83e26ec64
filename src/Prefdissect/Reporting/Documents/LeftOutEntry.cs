namespace Prefdissect.Reporting.Documents;

/// <summary>Judged pairs that a fit leaves out, counted by reason.</summary>
/// <param name="EqualResponses">Both responses are the same text.</param>
/// <param name="OnlyTies">The judge only tied them, and ties are dropped.</param>
/// <param name="ErrorsNotApplicable">Errors cannot be told on one side.</param>
/// <param name="Flagged">They hold a response with signs of manipulation, and the fit is to leave these out.</param>
/// <param name="IncompleteRatings">A property of the fit is not measured on them.</param>
public sealed record LeftOutEntry(int EqualResponses, int OnlyTies, int ErrorsNotApplicable, int Flagged, int IncompleteRatings);
