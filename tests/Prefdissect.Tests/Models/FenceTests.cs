using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Models.Fencing;

namespace Prefdissect.Tests.Models;

public class FenceTests
{
    [Fact]
    public void The_delimiter_is_the_same_in_both_orders_and_16_hexadecimal_digits()
    {
        var fence = Fence.For("v1", "basic", "q", ["a", "b"]);
        fence.ShouldBe(Fence.For("v1", "basic", "q", ["b", "a"]));
        fence.Delimiter.ShouldMatch("^[0-9a-f]{16}$");
    }

    [Fact]
    public void The_delimiter_is_another_for_another_text_step_or_version()
    {
        Fence[] fences =
        [
            Fence.For("v1", "basic", "q", ["a", "b"]), Fence.For("v2", "basic", "q", ["a", "b"]), Fence.For("v1", "errors", "q", ["a", "b"]), Fence.For("v1", "basic", "r", ["a", "b"]),
            Fence.For("v1", "basic", "q", ["a", "c"]), Fence.For("v1", "basic", "q", ["ab", ""]), Fence.For("v1", "basic", "qa", ["b", ""]),
        ];
        fences.Distinct().Count().ShouldBe(fences.Length);
    }

    [Fact]
    public void A_delimiter_that_stands_in_a_shown_text_is_replaced()
    {
        var first = Fence.For("v1", "errors", "q", ["a", "b"]);
        var second = Fence.For("v1", "errors", "q", ["a", "b"], $"a reference that knows {first.Delimiter.ToUpperInvariant()}");
        second.Delimiter.ShouldNotBe(first.Delimiter);
        Fence.For("v1", "errors", "q", ["a", "b"], first.Delimiter, second.Delimiter).Delimiter.ShouldNotBeOneOf(first.Delimiter, second.Delimiter);
    }

    [Fact]
    public void What_is_enclosed_is_not_changed() => Prop.ForAll<NonNull<string>>(text =>
    {
        var fence = Fence.For("v1", "basic", "q", [text.Get]);
        var enclosed = fence.Enclose("RESPONSE", text.Get);
        enclosed.ShouldContain(text.Get);
        (enclosed.Split(fence.Delimiter).Length - 1).ShouldBe(2);
    }).QuickCheckThrowOnFailure();
}
