using System.Globalization;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Folds;

namespace Prefdissect.Reporting;

/// <summary>Folds in words, as the command line and documents write them.</summary>
public static class FoldText
{
    /// <summary><c>query</c>, <c>paper</c> or <c>none</c>.</summary>
    public static string Of(FoldScheme scheme) => scheme switch
    {
        FoldScheme.Query => "query",
        FoldScheme.Paper => "paper",
        _ => "none",
    };

    /// <summary>The folds of a fit: how many, of what, with how many draws.</summary>
    public static string Of(JudgeFit fit) => fit.Folds is { IsMade: true } folds
        ? string.Create(CultureInfo.InvariantCulture, $"{folds.Count} by {Unit(folds.Scheme)}, {folds.Draws} draws each")
        : "none";

    /// <summary>The scheme that a word names.</summary>
    /// <exception cref="ArgumentException">The word names none.</exception>
    public static FoldScheme Parse(string word) => word switch
    {
        "query" => FoldScheme.Query,
        "paper" => FoldScheme.Paper,
        "none" => FoldScheme.None,
        _ => throw new ArgumentException($"'{word}' names no folds; expected query, paper or none.", nameof(word)),
    };

    /// <summary>What a scheme keeps together.</summary>
    internal static string Unit(FoldScheme scheme) => scheme == FoldScheme.Query ? "query" : "pair";
}
