using System.Reflection;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Diagnostics;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;

namespace Prefdissect.Bayes.Tests;

/// <summary>
/// Calls of members that take or give spans, which reflection cannot make, and of those that may say by negative infinity that there is no density.
/// The arguments are arrays, and so is what comes out.
/// </summary>
internal static class SpanCalls
{
    private static readonly Dictionary<string, Func<object?, object?[], object?>> Calls = new()
    {
        ["DesignMatrix.FromRowMajor(ReadOnlySpan<Double>, Int32, Int32)"] = (_, a) => Cells(DesignMatrix.FromRowMajor((double[]?)a[0], (int)a[1]!, (int)a[2]!)),
        ["DesignMatrix.FromRowMajor(ReadOnlySpan<SByte>, Int32, Int32)"] = (_, a) => Cells(DesignMatrix.FromRowMajor((sbyte[]?)a[0], (int)a[1]!, (int)a[2]!)),
        ["DesignMatrix.CopyColumn(Int32, Span<Double>)"] = (matrix, a) =>
            Filled((double[]?)a[1] ?? [], target => ((DesignMatrix)matrix!).CopyColumn((int)a[0]!, target))[..((DesignMatrix)matrix!).Rows],
        ["DesignMatrix.SelectRows(ReadOnlySpan<Int32>)"] = (matrix, a) => Cells(((DesignMatrix)matrix!).SelectRows((int[]?)a[0])),
        ["LogisticRegression.ctor(DesignMatrix, ReadOnlySpan<Double>, IPrior, ReadOnlySpan<Double>, IIndependentPrior)"] = (_, a) =>
            AtZero(new LogisticRegression((DesignMatrix)a[0]!, (double[]?)a[1], (IPrior)a[2]!, (double[]?)a[3], (IIndependentPrior?)a[4])),
        ["InfluentialRows.Of(DesignMatrix, ReadOnlySpan<Double>, PosteriorDraws)"] = (_, a) =>
            InfluentialRows.Of((DesignMatrix)a[0]!, FittedOrZero((double[]?)a[1], ((DesignMatrix?)a[0])?.Rows ?? 1), (PosteriorDraws)a[2]!),
        ["EnergyFraction.Of(ReadOnlySpan<TransitionInfo>)"] = (_, a) => EnergyFraction.Of((TransitionInfo[]?)a[0]),
        ["ParetoSmoothing.Smooth(Span<Double>, Double)"] = (_, a) => Smoothed(((double[]?)a[0])?.ToArray(), (double)a[1]!),
        ["Moments.Of(ReadOnlySpan<Double>)"] = (_, a) => Moments.Of((double[]?)a[0]),
        ["Quantile.OfSorted(ReadOnlySpan<Double>, Double)"] = (_, a) => Quantile.OfSorted((double[]?)a[0], (double)a[1]!),
        ["PosteriorDraws.Draw(Int32, Int32)"] = (draws, a) => ((PosteriorDraws)draws!).Draw((int)a[0]!, (int)a[1]!).ToArray(),
        ["PosteriorDraws.Chain(Int32)"] = (draws, a) => ((PosteriorDraws)draws!).Chain((int)a[0]!).ToArray(),
        ["PosteriorDraws.ChainTransitions(Int32)"] = (draws, a) => ((PosteriorDraws)draws!).ChainTransitions((int)a[0]!).ToArray(),
        ["PosteriorDraws.get_Values()"] = (draws, _) => ((PosteriorDraws)draws!).Values.ToArray(),
        ["PosteriorDraws.get_Transitions()"] = (draws, _) => ((PosteriorDraws)draws!).Transitions.ToArray(),
        ["ScalarDraws.Chain(Int32)"] = (draws, a) => ((ScalarDraws)draws!).Chain((int)a[0]!).ToArray(),
        ["ScalarDraws.get_Values()"] = (draws, _) => ((ScalarDraws)draws!).Values.ToArray(),
        // Members of several types.
        ["Informed(ReadOnlySpan<Double>)"] = (prior, a) =>
            Added(((IPrior)prior!).Informed((double[]?)a[0]).AddTo, Coordinates((IPrior)prior, [0.5])),
        ["LogDensity(Double)"] = (prior, a) => Log(((IIndependentPrior)prior!).LogDensity((double)a[0]!)),
        ["Evaluate(ReadOnlySpan<Double>, Span<Double>)"] = (density, a) =>
            Evaluated((ILogDensity)density!, ((ILogDensity)density!).Evaluate, (double[]?)a[0]),
        ["EvaluateSmooth(ReadOnlySpan<Double>, Span<Double>)"] = (density, a) =>
            Evaluated((ILogDensity)density!, ((IKinkedDensity)density!).EvaluateSmooth, (double[]?)a[0]),
        ["CopyKinkRates(Span<Double>)"] = (density, _) =>
            Filled(new double[((IKinkedDensity)density!).Dimension], target => ((IKinkedDensity)density!).CopyKinkRates(target)),
        ["CopyQuantities(ReadOnlySpan<Double>, Span<Double>)"] = (density, a) => Quantities((ITransformedDensity)density!, (double[]?)a[0]),
        ["CopyWeights(ReadOnlySpan<Double>, Span<Double>)"] = (prior, a) =>
            Filled(new double[Weights], target => ((IPrior)prior!).CopyWeights(Coordinates((IPrior)prior!, (double[]?)a[0]), target)),
        ["PullBack(ReadOnlySpan<Double>, ReadOnlySpan<Double>, Span<Double>)"] = (prior, a) => PulledBack((IPrior)prior!, (double[]?)a[0], (double[]?)a[1]),
        ["AddTo(ReadOnlySpan<Double>, Span<Double>)"] = (prior, a) => Added(((IPrior)prior!).AddTo, Coordinates((IPrior)prior!, (double[]?)a[0])),
        ["AddSmoothTo(ReadOnlySpan<Double>, Span<Double>)"] = (prior, a) => Added(((IPrior)prior!).AddSmoothTo, Coordinates((IPrior)prior!, (double[]?)a[0])),
    };

    private const int Weights = 3;

    private delegate double Evaluation(ReadOnlySpan<double> position, Span<double> gradient);

    private delegate void Writing(Span<double> target);

    /// <summary>How to call a member that reflection cannot; null where reflection can.</summary>
    public static Func<object?, object?[], object?>? Of(MethodBase member)
    {
        var name = PublicSurface.NameOf(member);
        if ((Calls.GetValueOrDefault(name) ?? Calls.GetValueOrDefault(name[(name.IndexOf('.') + 1)..])) is { } call)
            return call;
        if (member.GetParameters().Select(parameter => parameter.ParameterType).Append((member as MethodInfo)?.ReturnType ?? typeof(void)).Any(type => type.IsByRefLike))
            Assert.Fail($"{name} takes or gives a span, which reflection cannot: say in {nameof(SpanCalls)} how it is called");
        return null;
    }

    private static object Evaluated(ILogDensity density, Evaluation evaluate, double[]? position)
    {
        var at = Fitted(position, density.Dimension);
        double[] gradient = [.. Enumerable.Repeat(double.NaN, density.Dimension)];
        return (Log(evaluate(at, gradient)), gradient);
    }

    private static object? Added(Evaluation add, double[] position)
    {
        // Where there is no density, what was added to the gradient has no meaning.
        var gradient = new double[position.Length];
        return Log(add(position, gradient)) is { } logDensity ? (logDensity, gradient) : null;
    }

    /// <summary>A log density, which says by negative infinity that there is no density.</summary>
    private static double? Log(double value) => value == double.NegativeInfinity ? null : value;

    private static double[] Filled(double[] target, Writing write)
    {
        var copy = target.ToArray();
        write(copy);
        return copy;
    }

    /// <summary>None stays none; others are cut or repeated to the right length.</summary>
    private static double[] Fitted(double[]? values, int length) =>
        values is null or [] ? [] : [.. Enumerable.Range(0, length).Select(i => values[i % values.Length])];

    /// <summary>Coordinates that stand for <see cref="Weights"/> weights; zeros where there are no values.</summary>
    private static double[] Coordinates(IPrior prior, double[]? values) => FittedOrZero(values, prior.CoordinatesOf(Weights));

    private static double[] FittedOrZero(double[]? values, int length) => Fitted(values is { Length: > 0 } ? values : [0], length);

    private static double[] Quantities(ITransformedDensity density, double[]? position) =>
        Filled(new double[density.Quantities], target => density.CopyQuantities(Fitted(position, density.Dimension), target));

    private static double[] PulledBack(IPrior prior, double[]? position, double[]? ofWeights) => Filled(
        new double[prior.CoordinatesOf(Weights)], target => prior.PullBack(Coordinates(prior, position), FittedOrZero(ofWeights, Weights), target));

    private static object Smoothed(double[]? weights, double efficiency) => (ParetoSmoothing.Smooth(weights, efficiency), weights);

    private static object AtZero(LogisticRegression regression) => (regression, Evaluated(regression, regression.Evaluate, [0]));

    private static double[] Cells(DesignMatrix matrix) =>
        [.. Enumerable.Range(0, matrix.Rows).SelectMany(row => Enumerable.Range(0, matrix.Columns).Select(column => matrix[row, column]))];
}
