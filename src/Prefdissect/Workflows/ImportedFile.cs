using System.Globalization;
using Prefdissect.Importing;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows;

/// <summary>What became of one file.</summary>
/// <param name="Path">The file as it was given.</param>
/// <param name="Format">Name of its format; <see langword="null"/> where none was recognised.</param>
public sealed record ImportedFile(string Path, string? Format)
{
    /// <summary>Rows read.</summary>
    public int Rows { get; init; }

    /// <summary>Votes in the file.</summary>
    public int Votes { get; init; }

    /// <summary>Votes whose data named no judge, and that were given to <see cref="Vote.UnnamedJudge"/>.</summary>
    public int UnnamedVotes { get; init; }

    /// <summary>What there is to say of votes that named no judge; <see langword="null"/> where all did.</summary>
    public string? UnnamedNote => UnnamedVotes == 0 ? null : string.Create(
        CultureInfo.InvariantCulture, $"{UnnamedVotes} of {Votes} votes name no judge and are given to '{Vote.UnnamedJudge}'; --judge NAME gives them another.");

    /// <summary>Ratings taken, where it is a file of ratings.</summary>
    public int Ratings { get; init; }

    /// <summary>Rows refused.</summary>
    public int Refused { get; init; }

    /// <summary>The first rows refused, with the reason.</summary>
    public IReadOnlyList<RefusedRow> FirstRefused { get; init; } = [];

    /// <summary>Where the refused rows were written; <see langword="null"/> where there are none.</summary>
    public string? RefusedRowsFile { get; init; }

    /// <summary>Things a person should know about how the file was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why nothing of the file was imported; <see langword="null"/> where it was.</summary>
    public string? Failure { get; init; }
}
