using Prefdissect.Dissecting;

namespace Prefdissect.Reporting;

/// <summary>One fit as a person reads it: a title, the ranked table, and the lines around it.</summary>
/// <param name="Subject">What was fitted.</param>
/// <param name="Table">The properties, the most liked first.</param>
/// <param name="Lines">Summary, health, what was left out, likeness to published judges, in this order.</param>
public sealed record FitReport(FitSubject Subject, ReportTable Table, IReadOnlyList<ReportLine> Lines)
{
    /// <summary>Judge, group, pairs, votes, annotator, and "simulated" where it is so; the same as the table's.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the votes, or part of them, are simulated.</summary>
    public required bool Simulated { get; init; }
}
