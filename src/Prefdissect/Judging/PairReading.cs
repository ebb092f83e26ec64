namespace Prefdissect.Judging;

/// <summary>
/// What a judge answered about a pair in one round: in both orders, or in one where only one was asked. The verdict is for the response with the larger sum over both orders,
/// which cancels what the position does (<i>Dissecting Human and LLM Preferences</i>, §3); the difference between the orders measures it.
/// </summary>
/// <param name="One">With the first response as A, or <see langword="null"/>.</param>
/// <param name="Two">With the second response as A, or <see langword="null"/>.</param>
public sealed record PairReading(OrderReading? One, OrderReading? Two)
{
    /// <summary>The readings that hold a verdict.</summary>
    public IEnumerable<OrderReading> Verdicts => new[] { One, Two }.OfType<OrderReading>().Where(reading => reading.Verdict is not null);

    /// <summary>Whether both orders hold a verdict.</summary>
    public bool HasBoth => One?.Verdict is not null && Two?.Verdict is not null;

    /// <summary>
    /// Log-odds in favour of the first response, in those of one order: the mean of the two orders. <see langword="null"/> where an order that was asked gives none.
    /// </summary>
    public double? Margin => Mean(Verdicts.Select(reading => reading.LogOddsOfFirst).ToList());

    /// <summary>+1: the first response is preferred, −1: the second, 0: a tie, or orders that contradict each other in words; <see langword="null"/> without a verdict.</summary>
    public int? Sign => Margin is { } margin ? Math.Sign(margin) : Verdicts.Any() ? Math.Sign(Verdicts.Sum(reading => reading.Sign ?? 0)) : null;

    /// <summary>½(z₁ + z₂), z the log-odds of the letter A in the two orders: how far the position A is favoured; <see langword="null"/> where an order has no log-odds.</summary>
    public double? OrderShift => HasBoth ? (One!.LogOddsOfA + Two!.LogOddsOfA) / 2 : null;

    /// <summary>Whether the preferred response changes with the order; <see langword="null"/> where an order is missing.</summary>
    public bool? Flips => HasBoth ? One!.Sign != Two!.Sign : null;

    private static double? Mean(IReadOnlyList<double?> values) => values.Count == 0 || values.Any(value => value is null) ? null : values.Average();
}
