using System.Globalization;

namespace Prefdissect.Properties;

/// <summary>How much of a property a response has according to one annotator, or why that is not known.</summary>
public readonly record struct Rating
{
    private readonly double value;

    private Rating(RatingState state, double value)
    {
        State = state;
        this.value = value;
    }

    /// <summary>A rating that was not measured; the default.</summary>
    public static Rating NotMeasured => default;

    /// <summary>A rating that does not apply.</summary>
    public static Rating NotApplicable { get; } = new(RatingState.NotApplicable, 0);

    /// <summary>A rating that failed.</summary>
    public static Rating Failed { get; } = new(RatingState.Failed, 0);

    /// <summary>What is known of it.</summary>
    public RatingState State { get; }

    /// <summary>Whether there is a value.</summary>
    public bool IsMeasured => State == RatingState.Measured;

    /// <summary>The value, in the property's unit.</summary>
    /// <exception cref="InvalidOperationException">It is not measured.</exception>
    public double Value => IsMeasured ? value : throw new InvalidOperationException($"A rating that is {State} has no value.");

    /// <summary>The value, or the state of a rating that has none.</summary>
    public override string ToString() => IsMeasured ? value.ToString(CultureInfo.InvariantCulture) : State.ToString();

    /// <summary>A measured rating.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite.</exception>
    public static Rating Of(double value) =>
        double.IsFinite(value) ? new(RatingState.Measured, value) : throw new ArgumentOutOfRangeException(nameof(value), value, "A rating is a finite number.");
}
