using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Workflows.Judging;

/// <summary>What is wanted of a model as a judge.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">The judge's name in the study.</param>
public sealed record FirstTokenRequest(NamedModel Model, string Name)
{
    /// <summary>How it is asked; <see langword="null"/> for the best way that its server has.</summary>
    public JudgeKind? Way { get; init; }

    /// <summary>Answers a verdict is drawn from, where it is asked in words; 1 for one at temperature 0.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>A template of the user's own, or <see langword="null"/>.</summary>
    public JudgeTemplate? Template { get; init; }

    /// <summary>Whether the text that is continued is made by the server's chat template.</summary>
    public bool AppliesChatTemplate { get; init; }

    /// <summary>The orders asked.</summary>
    public IReadOnlyList<AskedOrder> Orders { get; init; } = [AskedOrder.FirstAsA, AskedOrder.SecondAsA];

    /// <summary>How often everything is asked.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>Whether what failed is asked again.</summary>
    public bool RetriesFailed { get; init; }

    /// <summary>Whether responses of pairs that are too long are shown without their middle.</summary>
    public bool Shortens { get; init; }

    /// <summary>How many pairs to judge, spread evenly over scenarios; <see langword="null"/> for all.</summary>
    public int? Sample { get; init; }

    /// <summary>Seed of the sample.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Longest answer in words, in tokens.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>Billions of parameters, where told.</summary>
    public double? Size { get; init; }

    /// <summary>Which pairs.</summary>
    internal PairScope Scope => new() { Sample = Sample, Seed = Seed, RetriesFailed = RetriesFailed };
}
