using System.Text;
using System.Text.RegularExpressions;

namespace Prefdissect.Cli.Tests.Documentation;

/// <summary>A command line that a page shows and that runs in this process.</summary>
/// <param name="Place">Page and line.</param>
/// <param name="Arguments">What the program is given.</param>
/// <param name="OutputFile">Where its output goes (<c>&gt; FILE</c>), or <see langword="null"/>.</param>
/// <param name="ExitCode">What the page says, in a comment <c># exit code N</c>; else 0.</param>
internal sealed partial record DocumentedCommand(string Place, IReadOnlyList<string> Arguments, string? OutputFile, int ExitCode)
{
    /// <summary>The commands of a block: lines that begin with <c>prefdissect</c>, or run its project and have arguments after <c>--</c>.</summary>
    public static IReadOnlyList<DocumentedCommand> Of(FencedBlock block)
    {
        List<DocumentedCommand> commands = [];
        var lines = block.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var place = $"{block.Page}:{block.Line + 1 + i}";
            var line = lines[i];
            while (line.EndsWith('\\') && i + 1 < lines.Length) line = line[..^1] + lines[++i];
            var words = Words(line);
            var arguments = words switch
            {
                ["prefdissect", .. var rest] => rest,
                ["dotnet", "run", ..] when words.Contains("src/Prefdissect.Cli") && words.IndexOf("--") is > 0 and var at => words[(at + 1)..],
                _ => null,
            };
            if (arguments is null) continue;
            var redirect = arguments.IndexOf(">");
            commands.Add(new DocumentedCommand(
                place,
                redirect < 0 ? arguments : arguments[..redirect],
                redirect < 0 ? null : arguments[redirect + 1],
                SaidExitCode().Match(line) is { Success: true } said ? int.Parse(said.Groups[1].ValueSpan) : 0));
        }
        return commands;
    }

    /// <summary>The words of a line as a shell takes them: quotes hold together, # begins a comment.</summary>
    private static List<string> Words(string line)
    {
        List<string> words = [];
        var word = new StringBuilder();
        var (quote, inWord) = ('\0', false);
        foreach (var c in line)
        {
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else word.Append(c);
            }
            else if (c is '"' or '\'')
            {
                (quote, inWord) = (c, true);
            }
            else if (c == '#' && !inWord)
            {
                break;
            }
            else if (c != ' ')
            {
                word.Append(c);
                inWord = true;
            }
            else if (inWord)
            {
                words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
        }
        if (inWord) words.Add(word.ToString());
        return words;
    }

    [GeneratedRegex(@"# exit code (\d+)")]
    private static partial Regex SaidExitCode();
}
