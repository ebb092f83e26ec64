using Prefdissect.Importing.Formats;

namespace Prefdissect.Importing;

/// <summary>The formats that are known, and which of them a file is in.</summary>
public static class VoteFormats
{
    /// <summary>All formats, in the order in which they are tried: the narrower ones first.</summary>
    public static IReadOnlyList<IVoteFormat> All { get; } =
    [
        new GairResolvedFormat(),
        new GairRawFormat(),
        new AutoJFormat(),
        new AlpacaEvalFormat(),
        new TableFormat(),
    ];

    /// <summary>The format of a file; a table where the options say how to read it.</summary>
    /// <exception cref="ImportException">No format is recognised.</exception>
    public static IVoteFormat Of(Sample sample, ImportOptions options)
    {
        if (options.Map is not null || options.Winners is not null || options.Tie is not null) return All.OfType<TableFormat>().Single();
        return All.FirstOrDefault(format => format.Recognises(sample)) ?? throw ForeignFiles.Explain(sample);
    }
}
