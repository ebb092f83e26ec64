using Prefdissect.Pairs;

namespace Prefdissect.Judging.Bias;

/// <summary>How a judge is biased and how reliable it is, each measure with its interval and denominator; a measure that cannot be told says why.</summary>
/// <param name="Judge">Who it is and how it is asked.</param>
/// <param name="Pairs">Pairs with a vote.</param>
public sealed record JudgeBias(JudgeDescription Judge, int Pairs)
{
    /// <summary>See <see cref="Bias.PositionShare"/>.</summary>
    public required BiasFigure PositionShare { get; init; }

    /// <summary>See <see cref="Bias.OrderShift"/>.</summary>
    public required BiasFigure OrderShift { get; init; }

    /// <summary>See <see cref="Bias.FlipRate"/>.</summary>
    public required BiasFigure FlipRate { get; init; }

    /// <summary>See <see cref="Bias.PositionAlone"/>.</summary>
    public required BiasFigure PositionAlone { get; init; }

    /// <summary>See <see cref="RandomOrderShift.Plain"/>.</summary>
    public required BiasFigure RandomOrderShift { get; init; }

    /// <summary>See <see cref="RandomOrderShift.Adjusted"/>.</summary>
    public required BiasFigure AdjustedOrderShift { get; init; }

    /// <summary>See <see cref="Bias.LongerWins"/>.</summary>
    public required BiasFigure LongerWins { get; init; }

    /// <summary>See <see cref="Bias.OwnWins"/>.</summary>
    public required BiasFigure OwnWins { get; init; }

    /// <summary>See <see cref="Bias.OwnByOthers"/>.</summary>
    public required BiasFigure OwnByOthers { get; init; }

    /// <summary>See <see cref="Bias.SelfPreference"/>.</summary>
    public required BiasFigure SelfPreference { get; init; }

    /// <summary>See <see cref="Bias.LabelShare"/>.</summary>
    public required BiasFigure LabelShare { get; init; }

    /// <summary>See <see cref="Bias.TieShare"/>.</summary>
    public required BiasFigure TieShare { get; init; }

    /// <summary>See <see cref="Bias.BoundedShare"/>.</summary>
    public required BiasFigure BoundedShare { get; init; }

    /// <summary>See <see cref="Bias.Steadiness"/>.</summary>
    public required BiasFigure Steadiness { get; init; }

    /// <summary>Size of the margins in log-odds.</summary>
    public required Spread Margins { get; init; }

    /// <summary>Share of probability on the two letters, reading by reading.</summary>
    public required Spread Mass { get; init; }

    /// <summary>How its probability relates to what people say.</summary>
    public required JudgeCalibration Calibration { get; init; }

    /// <summary>What length weighs where it alone is looked at: log-odds for the response that is clearly longer.</summary>
    public BiasFigure LengthAlone { get; init; } = BiasFigure.Without("the judge was not fitted");

    /// <summary>What length weighs beside the other properties, in the fit of the judge on all its pairs.</summary>
    public BiasFigure LengthBesideOthers { get; init; } = BiasFigure.Without("the judge was not fitted");

    /// <summary>How far it agrees with every other judge, by name.</summary>
    public IReadOnlyList<JudgeAgreement> Agreements { get; init; } = [];

    /// <summary>Measures a judge.</summary>
    /// <param name="judge">Who it is.</param>
    /// <param name="pairs">The pairs that it saw.</param>
    /// <param name="queries">How many numbers of queries there are.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static JudgeBias Of(JudgeDescription judge, IReadOnlyList<SeenPair> pairs, int queries, ulong seed) => Of(judge, pairs, queries, new SharedResampling(seed));

    /// <summary>As <see cref="Of(JudgeDescription, IReadOnlyList{SeenPair}, int, ulong)"/>, of draws that other measures use too.</summary>
    internal static JudgeBias Of(JudgeDescription judge, IReadOnlyList<SeenPair> pairs, int queries, SharedResampling draws)
    {
        return new JudgeBias(judge, pairs.Count(pair => pair.Sign is not null))
        {
            PositionShare = Measured(new PositionShare()),
            OrderShift = Measured(new OrderShift()),
            FlipRate = Measured(new FlipRate()),
            PositionAlone = Measured(new PositionAlone()),
            RandomOrderShift = Bias.RandomOrderShift.Plain(pairs),
            AdjustedOrderShift = Bias.RandomOrderShift.Adjusted(pairs),
            LongerWins = Measured(new LongerWins()),
            OwnWins = Measured(new OwnWins()),
            OwnByOthers = Measured(new OwnByOthers()),
            SelfPreference = Measured(new SelfPreference()),
            LabelShare = Measured(new LabelShare()),
            TieShare = Measured(new TieShare()),
            BoundedShare = Measured(new BoundedShare()),
            Steadiness = Measured(new Steadiness()),
            Calibration = new JudgeCalibration(
                CalibrationSlope.Of(pairs), Measured(new BrierScore()), Measured(new CalibrationError()),
                pairs.Any(pair => pair is { Margin: not null, People: not null }) ? CalibrationError.BinsOf(pairs) : []),
            Margins = Spread.Of(pairs.Where(pair => pair.Margin is not null).Select(pair => Math.Abs(pair.Margin!.Value)), "there are no margins"),
            Mass = Spread.Of(pairs.SelectMany(pair => new[] { pair.MassOne, pair.MassTwo }).OfType<double>(), "the probability on the two letters is not known"),
        };

        BiasFigure Measured(IPairMeasure<SeenPair> measure) => QueryBootstrap.Of(pairs, pair => pair.Query, queries, [measure], draws)[0];
    }
}
