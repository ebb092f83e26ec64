namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>report --json</c> prints.</summary>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="File">The file written.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Figures">Figures in it, each counted once whatever its widths.</param>
/// <param name="Judges">Judges in it.</param>
/// <param name="Groups">Groups in it.</param>
/// <param name="Samples">Pairs whose texts it shows.</param>
/// <param name="Simulated">Whether anything in it is simulated.</param>
public sealed record ReportDocument(Provenance Provenance, string File, long Bytes, int Figures, int Judges, int Groups, int Samples, bool Simulated);
