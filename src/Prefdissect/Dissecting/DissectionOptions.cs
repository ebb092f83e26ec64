using System.Globalization;
using System.Text.Json.Serialization;
using Prefdissect.Dissecting.Folds;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Pairs;

namespace Prefdissect.Dissecting;

/// <summary>How fits are made; the defaults are the paper's (§3.3).</summary>
public sealed record DissectionOptions
{
    /// <summary>Raised whenever the same data and options give other numbers than before, or more of them, so that stored fits are made anew.</summary>
    private const int Revision = 4;

    private const int MostFoldDraws = 1000;

    /// <summary>Prior of every weight, as text: <c>laplace:SCALE</c>, <c>normal:SCALE</c> or <c>horseshoe:SCALE</c>.</summary>
    public string Prior { get; init; } = "laplace:0.1";

    /// <summary>Chains, at least 1; convergence can be told from 2 on.</summary>
    public int Chains { get; init; } = 4;

    /// <summary>Warm-up steps a chain.</summary>
    public int Warmup { get; init; } = 500;

    /// <summary>Draws kept a chain.</summary>
    public int Draws { get; init; } = 2000;

    /// <summary>Seed of the whole run; every fit derives its own from it (<see cref="SeedOf"/>).</summary>
    public long Seed { get; init; } = 1;

    /// <summary>What is done with ties.</summary>
    public TieRule Ties { get; init; } = TieRule.Drop;

    /// <summary>What is done with pairs that hold a flagged response.</summary>
    public FlagRule Flags { get; init; } = FlagRule.Count;

    /// <summary>What is held fixed beside the properties.</summary>
    public Control Control { get; init; } = Control.None;

    /// <summary>How pairs are parted into folds, of which each is left out of one more fit.</summary>
    public FoldScheme Folds { get; init; } = FoldScheme.Query;

    /// <summary>Draws kept a chain in the fits of the folds; where <see langword="null"/>, as many as <see cref="Draws"/> and no more than 1,000.</summary>
    public int? FoldDraws { get; init; }

    /// <summary>Draws that a chain keeps in the fit of a fold.</summary>
    [JsonIgnore]
    public int DrawsOfFold => FoldDraws ?? Math.Min(Draws, MostFoldDraws);

    /// <summary>Hash of the options; together with <see cref="Design.DataHash"/> it tells whether a stored fit is still the fit of its data.</summary>
    [JsonIgnore]
    public ContentHash Hash => ContentHash.Of("dissection options",
    [
        Text(Revision), Prior, Text(Chains), Text(Warmup), Text(Draws), Text(Seed), Ties.ToString(), Control.ToString(), Folds.ToString(),
        Folds == FoldScheme.None ? "" : Text(DrawsOfFold),
        // Named only where it is not as usual: fits from before there was a choice are still the fits of their data.
        .. Flags == FlagRule.Count ? [] : new[] { Flags.ToString() },
    ]);

    /// <summary>The seed of one fit: it depends on the run's seed, the judge and the group alone, so that order and threads do not change a digit.</summary>
    public ulong SeedOf(string judge, string group) => (ulong)(ContentHash.Of("fit seed", Text(Seed), judge, group).High >> 64);

    /// <summary>The seed of the fit that leaves a fold out.</summary>
    internal ulong SeedOfFold(FitSubject subject, int fold) => (ulong)(ContentHash.Of("fold fit seed", Text(Seed), subject.Judge, subject.Group, Text(fold)).High >> 64);

    /// <summary>The seed of the resampling of a fit's queries.</summary>
    internal ulong SeedOfResampling(FitSubject subject) => (ulong)(ContentHash.Of("resampling seed", Text(Seed), subject.Judge, subject.Group).High >> 64);

    /// <summary>The seed of the correction of a fit for its annotator's mistakes.</summary>
    internal ulong SeedOfCorrection(FitSubject subject) => (ulong)(ContentHash.Of("correction seed", Text(Seed), subject.Judge, subject.Group).High >> 64);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
