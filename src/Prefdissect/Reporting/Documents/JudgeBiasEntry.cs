using Prefdissect.Judging.Bias;

namespace Prefdissect.Reporting.Documents;

/// <summary>One judge's measures.</summary>
public sealed record JudgeBiasEntry(
    string Judge, string Kind, int Pairs, BiasFigure PositionShare, BiasFigure OrderShift, BiasFigure FlipRate, BiasFigure PositionAlone,
    BiasFigure RandomOrderShift, BiasFigure AdjustedOrderShift, BiasFigure LabelShare, BiasFigure TieShare,
    BiasFigure LongerWins, BiasFigure LengthAlone, BiasFigure LengthBesideOthers, BiasFigure OwnWins, BiasFigure OwnByOthers, BiasFigure SelfPreference, BiasFigure Steadiness, Spread Margins, Spread Mass, BiasFigure BoundedShare, JudgeCalibration Calibration,
    IReadOnlyList<JudgeAgreement> Agreements)
{
    /// <summary>The entry of a judge.</summary>
    public static JudgeBiasEntry Of(JudgeBias bias) => new(
        bias.Judge.Name, KindText.Of(bias.Judge), bias.Pairs, bias.PositionShare, bias.OrderShift, bias.FlipRate, bias.PositionAlone, bias.RandomOrderShift, bias.AdjustedOrderShift,
        bias.LabelShare, bias.TieShare, bias.LongerWins, bias.LengthAlone, bias.LengthBesideOthers,
        bias.OwnWins, bias.OwnByOthers, bias.SelfPreference, bias.Steadiness, bias.Margins, bias.Mass, bias.BoundedShare, bias.Calibration, bias.Agreements);
}
