using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Cli;

/// <summary>A dissection on the terminal.</summary>
internal static class DissectionText
{
    /// <summary>Writes the tables of the groups named, or of <c>all</c> with a word on the others.</summary>
    public static void Write(Terminal terminal, DissectionView view, bool namedGroups)
    {
        var shown = view.Fits.Where(fit => namedGroups || fit.Subject.Group == Group.All).ToList();
        if (shown.Count == 0) shown = [.. view.Fits];
        foreach (var report in DissectionTables.Of(view with { Fits = shown }))
        {
            TerminalTable.Draw(terminal.Console, report.Table);
            foreach (var line in report.Lines) terminal.Out.WriteLine($"  {(line.Kind == LineKind.Warning ? "warning: " : "")}{line.Text}");
            terminal.Out.WriteLine();
        }
        var others = view.Fits.Select(fit => fit.Subject.Group).Except(shown.Select(fit => fit.Subject.Group)).ToList();
        if (others.Count > 0) terminal.Error.WriteLine($"Also fitted: {string.Join(", ", others.Select(PlainText.Name))}. Show one with --group NAME.");
    }
}
