using System.Globalization;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Reporting;

/// <summary>What a judge answered, a line each, in columns apart by tabs.</summary>
public static class AskedLines
{
    /// <summary>A line of names, then the lines.</summary>
    public static IEnumerable<string> Of(IEnumerable<AskedReading> readings) => readings.Select(asked => string.Join('\t', Cells(asked))).Prepend("pair\torder\tround\tverdict\tlogProbA\tlogProbB\tmass\treason");

    private static IEnumerable<string> Cells(AskedReading asked)
    {
        var reading = asked.Reading;
        yield return asked.Pair.ToString()[..12];
        yield return $"{(int)reading.Order}";
        yield return $"{reading.Round}";
        yield return reading.Verdict switch { Verdict.A => "A", Verdict.B => "B", Verdict.Tie => "tie", _ => "" };
        yield return Number(reading.LogProbA, reading.IsBoundedA);
        yield return Number(reading.LogProbB, reading.IsBoundedB);
        yield return Number(reading.Mass, false);
        yield return reading.State == ReadingState.Done ? "" : PlainText.OneLine(reading.Reason ?? "");
    }

    private static string Number(double? value, bool isBound) => value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{(isBound ? "≤ " : "")}{number:0.####}") : "";
}
