namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>A fenced block of a Markdown page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Line of its fence, from 1.</param>
/// <param name="Language">First word after the fence, such as <c>sh</c>; empty where there is none.</param>
/// <param name="FileName">Second word: the file that the block shows; <see langword="null"/> where there is none.</param>
/// <param name="Text">Its lines, each with a line feed.</param>
internal sealed record FencedBlock(string Page, int Line, string Language, string? FileName, string Text)
{
    public bool IsShell => Language is "sh" or "bash";

    /// <summary>The blocks of a page, in order.</summary>
    public static IReadOnlyList<FencedBlock> Of(string page, string text)
    {
        List<FencedBlock> blocks = [];
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var end = Array.FindIndex(lines, i + 1, line => line.TrimEnd() == "```");
            if (end < 0) throw new InvalidDataException($"{page}:{i + 1}: the fence is never closed.");
            var words = lines[i][3..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            blocks.Add(new FencedBlock(page, i + 1, words.ElementAtOrDefault(0) ?? "", words.ElementAtOrDefault(1), string.Concat(lines[(i + 1)..end].Select(line => line + "\n"))));
            i = end;
        }
        return blocks;
    }
}
