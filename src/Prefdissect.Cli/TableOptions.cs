using System.CommandLine;
using Prefdissect.Importing;

namespace Prefdissect.Cli;

/// <summary>Options that say how to read a table of votes.</summary>
internal sealed class TableOptions
{
    private readonly Option<string?> map = new("--map")
    {
        Description = "Which columns are what: prompt=…,a=…,b=…,winner=… and, as far as there are any, judge=…,scenario=…,margin=…,model_a=…,model_b=…,meta=COLUMN+COLUMN.",
        HelpName = "MAP",
    };

    private readonly Option<string?> winnerA = new("--winner-a") { Description = "What the winner column says where A won.", HelpName = "VALUE" };
    private readonly Option<string?> winnerB = new("--winner-b") { Description = "What the winner column says where B won.", HelpName = "VALUE" };
    private readonly Option<string?> tie = new("--tie") { Description = "What the winner column says where neither won; words such as tie or draw need no telling.", HelpName = "VALUE" };
    private readonly Option<string?> judge = new("--judge") { Description = "The judge of votes whose data names none.", HelpName = "NAME" };

    public IEnumerable<Option> All => [map, winnerA, winnerB, tie, judge];

    /// <summary>What a person said about the files.</summary>
    /// <exception cref="UsageException">--winner-a or --winner-b is given without the other.</exception>
    public ImportOptions Of(ParseResult parsed)
    {
        var (a, b, neither) = (parsed.GetValue(winnerA), parsed.GetValue(winnerB), parsed.GetValue(tie));
        if (a is null != b is null) throw new UsageException($"--winner-{(a is null ? "b" : "a")} is given without --winner-{(a is null ? "a" : "b")}; they go together.");
        return new ImportOptions
        {
            Map = parsed.GetValue(map) is { } text ? ColumnMap.Parse(text) : null,
            Winners = a is null ? null : new WinnerValues(a, b!, neither),
            Tie = a is null ? neither : null,
            Judge = parsed.GetValue(judge),
        };
    }
}
