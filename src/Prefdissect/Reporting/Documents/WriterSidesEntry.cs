using Prefdissect.Dissecting.Writers;

namespace Prefdissect.Reporting.Documents;

/// <summary>Who wrote what a judge saw.</summary>
/// <param name="Judge">The judge.</param>
/// <param name="Votes">Votes that name the writers of both sides.</param>
/// <param name="Writers">Number of writers.</param>
/// <param name="SideA">The most frequent writer on side A.</param>
/// <param name="SideAShare">Its share of the votes.</param>
/// <param name="SideB">The most frequent writer on side B.</param>
/// <param name="SideBShare">Its share of the votes.</param>
/// <param name="Most">The writer that most often stands against another.</param>
/// <param name="MostShare">Share of the votes in which it does.</param>
public sealed record WriterSidesEntry(
    string Judge, long Votes, int Writers, string SideA, double SideAShare, string SideB, double SideBShare, string Most, double MostShare)
{
    /// <summary>The entry of a judge.</summary>
    public static WriterSidesEntry Of(WriterSides of) => new(
        of.Judge, of.Votes, of.Writers, of.SideA.Writer, of.SideA.Share, of.SideB.Writer, of.SideB.Share, of.Most.Writer, of.Most.Share);
}
