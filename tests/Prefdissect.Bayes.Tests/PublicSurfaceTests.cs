using System.Reflection;

namespace Prefdissect.Bayes.Tests;

/// <summary>
/// Every public member is called with everything that is unpleasant, and nothing that is NaN or infinite comes out: a finite number, null, or an exception that
/// says what was wrong. A new public member is walked by itself; where its parameters are of a kind not met before, the test fails until
/// <see cref="HostileValues"/> or <see cref="SpanCalls"/> knows them.
/// </summary>
public class PublicSurfaceTests
{
    private const int MostCalls = 1500;

    public static TheoryData<string> Members => [.. PublicSurface.Members.Select(PublicSurface.NameOf)];

    [Theory]
    [MemberData(nameof(Members))]
    public void No_NaN_or_infinity_leaves(string name)
    {
        var member = PublicSurface.Members.Single(candidate => PublicSurface.NameOf(candidate) == name);
        object?[] instances = member.IsStatic || member is ConstructorInfo ? [null] : [.. HostileValues.Own.Where(member.DeclaringType!.IsInstanceOfType)];
        instances.ShouldNotBeEmpty($"{nameof(HostileValues)}.{nameof(HostileValues.Own)} holds no {member.DeclaringType!.Name} to call {name} on");
        object?[][] arguments = [instances, .. member.GetParameters().Select(parameter => HostileValues.Of(parameter.ParameterType))];
        var answers = 0;
        foreach (var combination in Combinations(arguments))
        {
            try
            {
                PublicSurface.ShouldHoldNoNaN(Call(member, combination[0], combination[1..]), $"{name} of {Text(combination)}");
                answers++;
            }
            catch (Exception refusal) when (refusal is ArgumentException or FormatException or InvalidOperationException or OperationCanceledException)
            {
                refusal.Message.Length.ShouldBeGreaterThan(15, name);
            }
            catch (Exception failure) when (failure is not Shouldly.ShouldAssertException and not NotSupportedException)
            {
                Assert.Fail($"{name} of {Text(combination)} failed by {failure}");
            }
        }
        answers.ShouldBeGreaterThan(0, $"{name} refused every call, so nothing was tried");
    }

    [Fact]
    public void The_walk_sees_every_type()
    {
        var types = PublicSurface.Members.Select(member => member.DeclaringType!.Name).ToHashSet();
        foreach (var name in new[] { "NutsSampler", "PosteriorDraws", "LogisticRegression", "IPrior", "Quantile", "LeaveOneOut", "ParetoSmoothing", "DesignMatrix" })
            types.ShouldContain(name);
        PublicSurface.Members.Count().ShouldBeGreaterThan(100);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_none_would_be_seen_wherever_it_stands(double bad)
    {
        Should.Throw<Shouldly.ShouldAssertException>(() => PublicSurface.ShouldHoldNoNaN((1, new[] { 1, bad })));
        Should.Throw<Shouldly.ShouldAssertException>(() => PublicSurface.ShouldHoldNoNaN(new Bayes.Summaries.Moments(1, bad, 0)));
        Should.Throw<Shouldly.ShouldAssertException>(() => PublicSurface.ShouldHoldNoNaN(new List<double?> { null, bad }));
    }

    private static object? Call(MethodBase member, object? instance, object?[] arguments)
    {
        if (SpanCalls.Of(member) is { } call)
            return call(instance, arguments);
        try
        {
            return member is ConstructorInfo constructor ? constructor.Invoke(arguments) : member.Invoke(instance, arguments);
        }
        catch (TargetInvocationException wrapped)
        {
            throw wrapped.InnerException!;
        }
    }

    /// <summary>All combinations of one value from each list, or where there are too many, some of them.</summary>
    private static IEnumerable<object?[]> Combinations(object?[][] lists)
    {
        var count = lists.Aggregate(1L, (product, list) => Math.Min(product * list.Length, int.MaxValue));
        var random = new Random(1);
        for (var call = 0L; call < Math.Min(count, MostCalls); call++)
        {
            var combination = new object?[lists.Length];
            var rest = call;
            for (var i = 0; i < lists.Length; i++)
            {
                combination[i] = lists[i][count <= MostCalls ? rest % lists[i].Length : random.Next(lists[i].Length)];
                rest /= lists[i].Length;
            }
            yield return combination;
        }
    }

    private static string Text(IEnumerable<object?> values) => string.Join(" | ", values.Select(value => value switch
    {
        null => "null",
        Array { Length: < 8 } array => $"[{string.Join(", ", array.Cast<object?>())}]",
        string { Length: > 40 } text => text[..40],
        _ => value.ToString(),
    }));
}
