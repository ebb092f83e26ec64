using Prefdissect.Bayes.Densities;
using Prefdissect.Dissecting.Folds;

namespace Prefdissect.Dissecting.Quality;

/// <summary>Predictions by length alone, and by length and one property, each fitted without the fold that it predicts.</summary>
internal sealed class LengthBaseline
{
    /// <summary>Short name of the property that this is about.</summary>
    public const string Length = "lengthy";

    private readonly Design design;
    private readonly FoldPlan plan;
    private readonly IIndependentPrior prior;
    private readonly int[] queries;
    private readonly int length;

    /// <summary>The baseline of a design.</summary>
    /// <param name="design">The rows.</param>
    /// <param name="plan">Their folds.</param>
    /// <param name="prior">The prior of the fit.</param>
    /// <param name="queries">Index of the query of each row.</param>
    /// <param name="length">Column of the length.</param>
    public LengthBaseline(Design design, FoldPlan plan, IIndependentPrior prior, int[] queries, int length)
    {
        (this.design, this.plan, this.prior, this.queries, this.length) = (design, plan, prior, queries, length);
    }

    /// <summary>The column of the length in a design; <see langword="null"/> where it has none.</summary>
    public static int? ColumnOf(Design design) =>
        design.Properties.Index().Where(property => property.Item.ShortName == Length).Select(property => (int?)property.Index).FirstOrDefault();

    /// <summary>The rows as length alone predicts them, or with another property where one is named.</summary>
    /// <param name="column">Column of the other property; <see langword="null"/> for length alone.</param>
    public HeldOutRow[] Predict(int? column)
    {
        var kinds = new (int Kind, int Sign)[design.Rows];
        var byFold = new TwoWeightCounts[plan.Count];
        for (var fold = 0; fold < plan.Count; fold++) byFold[fold] = new TwoWeightCounts();
        var all = new TwoWeightCounts();
        for (var row = 0; row < design.Rows; row++)
        {
            var features = design.Features(row);
            kinds[row] = TwoWeightCounts.KindOf(features[length], column is { } other ? features[other] : 0);
            if (kinds[row].Kind < 0) continue;
            var (won, lost) = Turned(row, kinds[row].Sign);
            byFold[plan[row]].Add(kinds[row].Kind, won, lost);
            all.Add(kinds[row].Kind, won, lost);
        }
        var predictions = byFold.Select(left => TwoWeightPosterior.Predict(all.Without(left), prior)).ToArray();
        return [.. Enumerable.Range(0, design.Rows).Select(Row)];

        HeldOutRow Row(int row)
        {
            var (won, lost) = Turned(row, kinds[row].Sign);
            return new HeldOutRow(queries[row], won, lost, kinds[row].Kind < 0 ? 0.5 : predictions[plan[row]][kinds[row].Kind]);
        }
    }

    private (double Won, double Lost) Turned(int row, int sign) =>
        sign < 0 ? (design.SecondWins(row), design.FirstWins(row)) : (design.FirstWins(row), design.SecondWins(row));
}
