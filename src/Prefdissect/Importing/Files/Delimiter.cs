using System.Text;

namespace Prefdissect.Importing.Files;

/// <summary>Which character separates the cells of a table.</summary>
internal static class Delimiter
{
    private const int Records = 50;

    // In the order of preference where two fit equally.
    private static readonly char[] Candidates = [',', '\t', ';'];

    /// <summary>
    /// The candidate that splits the header into several cells and most of the first records into as many; among equals the one that gives more cells.
    /// <see langword="null"/> where none splits the header.
    /// </summary>
    /// <param name="start">The beginning of the text, perhaps ending inside a record.</param>
    /// <param name="isWhole">Whether it is the whole text.</param>
    public static char? Of(ReadOnlySpan<byte> start, bool isWhole)
    {
        var text = Encoding.UTF8.GetString(start);
        var best = Candidates.Select(candidate => (Candidate: candidate, Counts: CellCounts(text, candidate, isWhole)))
            .Where(split => split.Counts is [> 1, ..])
            .OrderByDescending(split => split.Counts.Count(count => count == split.Counts[0]) / (double)split.Counts.Count)
            .ThenByDescending(split => split.Counts[0])
            .ToList();
        return best.Count > 0 ? best[0].Candidate : null;
    }

    private static List<int> CellCounts(string text, char delimiter, bool isWhole)
    {
        List<int> counts = [];
        var (cells, quoted, cellStart, recordStart) = (1, false, true, 0);
        for (var i = 0; i < text.Length && counts.Count < Records; i++)
        {
            var character = text[i];
            if (character == '"' && (quoted || cellStart)) quoted = !quoted;
            else if (character == '"' && i > 0 && text[i - 1] == '"') quoted = true;
            else if (!quoted && character == delimiter) cells++;
            else if (!quoted && character is '\n' or '\r')
            {
                if (text.AsSpan(recordStart, i - recordStart).Trim().Length > 0) counts.Add(cells);
                (cells, recordStart) = (1, i + 1);
            }
            cellStart = !quoted && (character == delimiter || character is '\n' or '\r');
        }
        // What is left is a record only where the text ends with it; the header counts even where nothing follows.
        if (counts.Count < Records && (isWhole || counts.Count == 0) && text.AsSpan(recordStart).Trim().Length > 0) counts.Add(cells);
        return counts;
    }
}
