using System.Runtime.Intrinsics;
using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Bayes.Sampling;

namespace Prefdissect.Bayes.Tests.Sampling;

/// <summary>The exact flow of ½ v p² + r |x|, held by the laws that it must obey.</summary>
public class KinkedFlowTests
{
    private sealed record Motion(double X, double P, double V, double R, double Time);

    private static readonly Arbitrary<Motion> Motions = (
        from x in Gen.Choose(-3000, 3000)
        from p in Gen.Choose(-3000, 3000)
        from v in Gen.Choose(1, 400)
        from r in Gen.Choose(0, 4000)
        from time in Gen.Choose(0, 300)
        select new Motion(x / 1000.0, p / 1000.0, v / 100.0, r / 1000.0, time / 100.0)).ToArbitrary();

    [Fact]
    public void Energy_is_kept() => Holds(m =>
    {
        var (x, p) = Move(m);
        Energy(m with { X = x, P = p }).ShouldBe(Energy(m), 1e-12 * (1 + Energy(m)));
    });

    [Fact]
    public void Turning_the_momentum_round_leads_back() => Holds(m =>
    {
        var (x, p) = Move(m);
        var (back, turned) = Move(m with { X = x, P = -p });
        back.ShouldBe(m.X, 1e-9);
        (-turned).ShouldBe(m.P, 1e-9);
    });

    [Fact]
    public void Two_moves_are_one_of_their_times_together() => Holds(m =>
    {
        var (x, p) = Move(m);
        var twice = Move(m with { X = x, P = p });
        var once = Move(m with { Time = 2 * m.Time });
        once.X.ShouldBe(twice.X, 1e-9);
        once.P.ShouldBe(twice.P, 1e-9);
    });

    [Fact]
    public void Volume_is_kept() => Holds(m =>
    {
        const double h = 1e-6;
        // At a start on the kink the flow has two one-sided derivatives; where it ends there, it is smooth all the same.
        if (Math.Abs(m.X) < 2 * h || m.R > 0 && Math.Abs(m.P) < 1e-2 && Math.Abs(m.X) < 1e-2)
            return;
        var (x1, p1) = Move(m with { X = m.X + h });
        var (x0, p0) = Move(m with { X = m.X - h });
        var (x3, p3) = Move(m with { P = m.P + h });
        var (x2, p2) = Move(m with { P = m.P - h });
        // A central difference that straddles a crossing at the very end sees a change of slope of the order of h.
        (((x1 - x0) * (p3 - p2) - (x3 - x2) * (p1 - p0)) / (4 * h * h)).ShouldBe(1, 1e-3);
    });

    [Fact]
    public void It_is_the_limit_of_many_short_kicks()
    {
        foreach (var m in new Motion[] { new(0.3, -0.4, 1, 1, 3), new(-1, 2, 0.5, 2, 2.5), new(0.02, 0.1, 2, 3, 1), new(0, 1, 1, 1, 5), new(2, -1, 1, 0, 1.5) })
        {
            const int steps = 2_000_000;
            var (x, p, step) = (m.X, m.P, m.Time / steps);
            for (var i = 0; i < steps; i++)
            {
                p -= step / 2 * m.R * Math.Sign(x);
                x += step * m.V * p;
                p -= step / 2 * m.R * Math.Sign(x);
            }
            var exact = Move(m);
            exact.X.ShouldBe(x, 2e-5);
            exact.P.ShouldBe(p, 2e-5);
        }
    }

    [Fact]
    public void At_rest_on_the_kink_it_stays_and_without_a_kink_it_moves_straight()
    {
        Move(new Motion(0, 0, 1, 2, 3)).ShouldBe((0, 0));
        Move(new Motion(0, 0, 1, 0, 3)).ShouldBe((0, 0));
        Move(new Motion(1, -2, 3, 0, 0.5)).ShouldBe((-2, -2));
        Move(new Motion(0, -2, 3, 0, 0.5)).ShouldBe((-3, -2));
    }

    [Fact]
    public void Extreme_numbers_stay_finite()
    {
        double[] sizes = [0, 1e-300, 1e-160, 1e-20, 1, 1e20, 1e100];
        foreach (var x in sizes)
            foreach (var p in sizes)
                foreach (var time in new[] { 1e-20, 1, 4, 1e6 })
                    foreach (var sign in new[] { -1, 1 })
                    {
                        var (a, b) = Move(new Motion(x, sign * p, 1, 10, time));
                        double.IsFinite(a).ShouldBeTrue($"{x} {p} {time} {sign}: {a}");
                        double.IsFinite(b).ShouldBeTrue($"{x} {p} {time} {sign}: {b}");
                    }
    }

    private static void Holds(Action<Motion> law) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Motions, law));

    private static double Energy(Motion m) => 0.5 * m.V * m.P * m.P + m.R * Math.Abs(m.X);

    /// <summary>Moves one coordinate in a random lane among others.</summary>
    private static (double X, double P) Move(Motion m)
    {
        var lane = (int)(Math.Abs(m.X * 1000) % 8);
        var x = Vector512.Create(0.7, -0.1, 0, 2, -3, 1e-9, -1e-3, 5).WithElement(lane, m.X);
        var p = Vector512.Create(0.7, 3, 0, -2, 1, 1e-9, 1e-3, -5).WithElement(lane, m.P);
        var v = Vector512.Create(1.0).WithElement(lane, m.V);
        var r = Vector512.Create(1.0).WithElement(lane, m.R);
        KinkedFlow.Move(ref x, ref p, v, r, Vector512.Create(m.Time));
        return (x[lane], p[lane]);
    }
}
