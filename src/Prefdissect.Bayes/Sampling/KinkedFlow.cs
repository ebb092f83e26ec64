using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Prefdissect.Bayes.Sampling;

/// <summary>
/// The exact motion of a coordinate x with momentum p under the energy ½ v p² + r |x|: a parabola on either side of 0, crossed without a kick.
/// Between two crossings the momentum falls by r a unit of time, and the momentum at a crossing, c, follows from the energy.
/// All arithmetic is lane by lane, so a coordinate's motion does not depend on its neighbours.
/// </summary>
internal static class KinkedFlow
{
    /// <summary>Moves eight coordinates for a time of 0 or more. Where the rate is 0, in a straight line.</summary>
    /// <param name="position">x; receives the new one.</param>
    /// <param name="momentum">p; receives the new one.</param>
    /// <param name="inverseMass">v; positive.</param>
    /// <param name="rate">r; 0 or more.</param>
    /// <param name="time">How long.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(
        ref Vector512<double> position, ref Vector512<double> momentum, Vector512<double> inverseMass, Vector512<double> rate, Vector512<double> time)
    {
        var zero = Vector512<double>.Zero;
        // Seen from the side it is on, every coordinate lies at y ≥ 0; one that stands at 0 is on the side that it moves to.
        var sign = SignBit(Vector512.ConditionalSelect(Vector512.Equals(position, zero), momentum, position));
        var y = position ^ sign;
        var q = momentum ^ sign;
        var twice = (y + y) / inverseMass;
        var squared = q * q + rate * twice;
        var crossing = Vector512.Sqrt(squared);
        // Two forms of one root, each without cancellation where it is used.
        var falls = Vector512.LessThan(q, zero);
        var untilCrossing = Vector512.ConditionalSelect(falls, twice, q + crossing) / Vector512.ConditionalSelect(falls, crossing - q, rate);
        var crosses = Vector512.LessThan(untilCrossing, time) & Vector512.GreaterThan(rate, zero);

        var begin = q;
        var height = y;
        var elapsed = time;
        if (crosses != Vector512<double>.Zero)
        {
            var left = time - untilCrossing;
            var between = (crossing + crossing) / rate;
            var whole = Vector512.ConditionalSelect(Vector512.GreaterThan(between, zero), Vector512.Floor(left / between), zero);
            left = Vector512.Min(Vector512.Max(left - whole * between, zero), between);
            // Each crossing changes the side: the first one, and one for each whole parabola.
            var half = whole * Vector512.Create(0.5);
            var odd = Vector512.Equals(Vector512.Floor(half), half) & Vector512.Create(-0.0);
            begin = Vector512.ConditionalSelect(crosses, crossing, q);
            height = Vector512.ConditionalSelect(crosses, zero, y);
            elapsed = Vector512.ConditionalSelect(crosses, left, time);
            sign ^= crosses & odd;
        }
        var fall = rate * elapsed;
        position = (height + inverseMass * elapsed * (begin - Vector512.Create(0.5) * fall)) ^ sign;
        momentum = (begin - fall) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> SignBit(Vector512<double> value) => value & Vector512.Create(-0.0);
}
