using System.Globalization;
using System.Numerics.Tensors;

namespace Prefdissect.Bayes.Densities;

/// <summary>
/// The regularised horseshoe (Piironen and Vehtari, 2017): weight w = z·s with 1/s² = 1/(τλ)² + 1/c², where z ~ Normal(0, 1) and λ ~ half-Cauchy(0, 1) are a weight's own,
/// and τ ~ half-Cauchy(0, <see cref="Scale"/>) and c² ~ inverse gamma(ν/2, ν·s₀²/2) are shared. Few weights are large and the others near 0; a large one is held as by
/// Student's t with ν = <see cref="SlabDegreesOfFreedom"/> degrees of freedom and scale s₀ = <see cref="SlabScale"/>, so that it is finite even under perfect separation.
/// </summary>
/// <remarks>
/// Non-centred, on unconstrained coordinates: every z, then every log λ, then log(τ/Scale), then log(c²/s₀²). Where much is known of a weight from the data, z and λ
/// would be bound to each other more tightly than a sampler can follow; so, with I the information of the data on the weight (<see cref="Informed"/>), the first coordinate is
/// ζ = w·√(1/s² + I) instead: z itself without data, and the weight in units of its standard error where the data say all. The prior stays the same.
/// Expect divergences below its <see cref="IPrior.TargetAcceptance"/>.
/// </remarks>
public sealed record HorseshoePrior : IPrior
{
    /// <summary>Scale of the slab: how large a weight that is not shrunk may be.</summary>
    public const double SlabScale = 2;

    /// <summary>Degrees of freedom of the slab.</summary>
    public const double SlabDegreesOfFreedom = 4;

    /// <summary>Coordinates that all weights share.</summary>
    private const int Shared = 2;

    /// <summary>Weights whose scratch memory may stand on the stack.</summary>
    private const int MostOnStack = 256;

    /// <summary>Beyond, an exponential leaves the doubles; a scale of e⁻³⁰⁰ is 0 to any likelihood.</summary>
    private const double LargestExponent = 600;

    /// <summary>Beyond, its square overflows.</summary>
    private const double LargestInformation = 1e150;

    private readonly double logScale;
    private readonly double[] information;

    /// <summary>A regularised horseshoe of a given global scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not a positive finite number with a finite inverse.</exception>
    public HorseshoePrior(double scale)
        : this(scale, [])
    {
    }

    private HorseshoePrior(double scale, double[] information)
    {
        Scale = PriorSpecification.RequireScale(scale);
        logScale = Math.Log(scale);
        this.information = information;
    }

    /// <summary>The scale of the half-Cauchy prior of τ; positive. <see cref="ScaleFor"/> has a guess for it.</summary>
    public double Scale { get; }

    /// <inheritdoc/>
    public double TargetAcceptance => 0.95;

    /// <summary>
    /// The global scale at which so many weights are expected to matter: τ₀ = p₀/(p − p₀) · 2/√n (Piironen and Vehtari, 2017, section 3.3), where 2 stands for the noise of a 0/1 outcome.
    /// Meant for features of standard deviation about 1.
    /// </summary>
    /// <param name="relevant">Weights expected to matter, p₀; above 0 and below <paramref name="weights"/>.</param>
    /// <param name="weights">Number of weights, p.</param>
    /// <param name="rows">Number of observations, n; positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double ScaleFor(double relevant, int weights, double rows)
    {
        if (!(relevant > 0 && relevant < weights))
            throw new ArgumentOutOfRangeException(nameof(relevant), relevant, $"The number of weights that matter must lie between 0 and {weights}, the number of all.");
        if (!(rows > 0 && double.IsFinite(rows)))
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "The number of observations must be positive.");
        return relevant / (weights - relevant) * 2 / Math.Sqrt(rows);
    }

    /// <inheritdoc/>
    public int CoordinatesOf(int weights) => 2 * weights + Shared;

    /// <inheritdoc/>
    public IPrior Informed(ReadOnlySpan<double> information)
    {
        // It chooses coordinates only, and any numbers give the same prior: what is not known counts as nothing, what is beyond measure as much.
        var known = information.ToArray();
        foreach (ref var amount in known.AsSpan())
            amount = amount > 0 ? Math.Min(amount, LargestInformation) : 0;
        return new HorseshoePrior(Scale, known);
    }

    /// <inheritdoc/>
    public double AddTo(ReadOnlySpan<double> position, Span<double> gradient)
    {
        var weights = WeightsOf(position);
        var squares = weights <= MostOnStack ? stackalloc double[weights] : new double[weights];
        CopyInverseSquares(position, squares, out var ofSlab);
        double logDensity = 0, ofGlobal = 0, ofLogSlab = 0;
        for (var i = 0; i < weights; i++)
        {
            var z = position[i];
            var ofPrior = squares[i] + ofSlab;
            var both = ofPrior + InformationOf(i);
            var share = ofPrior / both;
            logDensity -= 0.5 * (z * z * share - Math.Log(share));
            gradient[i] -= z * share;
            var slope = InformationOf(i) / both * (z * z / both - 1 / ofPrior);
            gradient[weights + i] += slope * squares[i];
            ofGlobal += slope * squares[i];
            ofLogSlab += 0.5 * slope * ofSlab;
        }
        gradient[2 * weights] += ofGlobal;
        for (var i = weights; i <= 2 * weights; i++)
            logDensity += AddLogHalfCauchy(position[i], ref gradient[i]);
        var slab = position[^1];
        var inverse = Math.Exp(Math.Min(-slab, LargestExponent));
        gradient[2 * weights + 1] += ofLogSlab + 0.5 * SlabDegreesOfFreedom * (inverse - 1);
        logDensity += 0.5 * SlabDegreesOfFreedom * (1 - slab - inverse);
        return double.IsFinite(logDensity) ? logDensity : double.NegativeInfinity;
    }

    /// <inheritdoc/>
    public void CopyWeights(ReadOnlySpan<double> position, Span<double> weights)
    {
        CopyInverseSquares(position, weights, out var ofSlab);
        for (var i = 0; i < weights.Length; i++)
            weights[i] = FiniteOrZero(position[i] / Math.Sqrt(weights[i] + ofSlab + InformationOf(i)));
    }

    /// <inheritdoc/>
    public void PullBack(ReadOnlySpan<double> position, ReadOnlySpan<double> ofWeights, Span<double> gradient)
    {
        var weights = WeightsOf(position);
        var squares = weights <= MostOnStack ? stackalloc double[weights] : new double[weights];
        CopyInverseSquares(position, squares, out var ofSlab);
        double ofGlobal = 0, ofLogSlab = 0;
        for (var i = 0; i < weights; i++)
        {
            var both = squares[i] + ofSlab + InformationOf(i);
            var scale = 1 / Math.Sqrt(both);
            // What the weight gains by τλ and by c; the rest is held by the data.
            var pull = ofWeights[i] * position[i] * scale;
            gradient[i] = FiniteOrZero(ofWeights[i] * scale);
            gradient[weights + i] = FiniteOrZero(pull * (squares[i] / both));
            ofGlobal += pull * (squares[i] / both);
            ofLogSlab += 0.5 * pull * (ofSlab / both);
        }
        gradient[2 * weights] = FiniteOrZero(ofGlobal);
        gradient[2 * weights + 1] = FiniteOrZero(ofLogSlab);
    }

    private double InformationOf(int weight) => weight < information.Length ? information[weight] : 0;

    /// <summary>The prior as text, such as <c>horseshoe:0.05</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"horseshoe:{Scale:R}");

    /// <summary>Log density of the logarithm of a half-Cauchy(0, 1) number, −log cosh, and its derivative.</summary>
    private static double AddLogHalfCauchy(double logarithm, ref double derivative)
    {
        var size = Math.Abs(logarithm);
        var e = Math.Exp(-2 * size);
        derivative -= Math.CopySign((1 - e) / (1 + e), logarithm);
        return Math.Log(2) - size - Math.Log(1 + e);
    }

    /// <summary>Writes 1/(τλ)² of each weight, and tells 1/c².</summary>
    private void CopyInverseSquares(ReadOnlySpan<double> position, Span<double> inverseSquares, out double ofSlab)
    {
        var weights = WeightsOf(position);
        TensorPrimitives.Add(position.Slice(weights, weights), logScale + position[2 * weights], inverseSquares);
        TensorPrimitives.Multiply(inverseSquares, -2, inverseSquares);
        TensorPrimitives.Min(inverseSquares, LargestExponent, inverseSquares);
        TensorPrimitives.Max(inverseSquares, -LargestExponent, inverseSquares);
        TensorPrimitives.Exp(inverseSquares, inverseSquares);
        ofSlab = Math.Exp(Math.Clamp(-position[^1], -LargestExponent, LargestExponent)) / (SlabScale * SlabScale);
    }

    private static double FiniteOrZero(double value) => double.IsFinite(value) ? value : 0;

    private static int WeightsOf(ReadOnlySpan<double> position) => (position.Length - Shared) / 2;
}
