using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Pairs;

namespace Prefdissect.Tests.Pairs;

public class WordDifferenceTests
{
    private static readonly string[] Vocabulary = ["a", "b", "c", " ", "\n", ".", "\u0301", "\ud83d\ude00", "\ud800", "語"];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Vocabulary).ListOf().Select(words => string.Concat(words)).ToArbitrary();

    [Fact]
    public void Runs_put_together_give_back_each_text() => Prop.ForAll(Texts, Texts, (a, b) =>
    {
        var runs = WordDifference.Of(a, b);
        string.Concat(runs.Where(run => run.Kind != RunKind.OnlyB).Select(run => run.Text)).ShouldBe(a);
        string.Concat(runs.Where(run => run.Kind != RunKind.OnlyA).Select(run => run.Text)).ShouldBe(b);
        runs.ShouldAllBe(run => run.Text.Length > 0);
        runs.Zip(runs.Skip(1)).ShouldAllBe(two => two.First.Kind != two.Second.Kind);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Equal_texts_give_one_run()
    {
        WordDifference.Of("one two", "one two").ShouldBe([new WordRun(RunKind.Equal, "one two")]);
        WordDifference.Of("", "").ShouldBeEmpty();
        WordDifference.Of("", "x").ShouldBe([new WordRun(RunKind.OnlyB, "x")]);
    }

    [Fact]
    public void A_changed_word_is_one_run_a_side() => WordDifference.Of("the red house", "the blue house").ShouldBe(
        [new(RunKind.Equal, "the "), new(RunKind.OnlyA, "red"), new(RunKind.OnlyB, "blue"), new(RunKind.Equal, " house")]);

    [Fact]
    public void As_many_words_are_kept_as_can_be() => Prop.ForAll(Letters(), Letters(), (a, b) =>
    {
        // A letter and a full stop in turn, so that each letter is a word of its own.
        var (dottedA, dottedB) = (string.Join('.', a.AsEnumerable()), string.Join('.', b.AsEnumerable()));
        var kept = WordDifference.Of(dottedA, dottedB).Where(run => run.Kind == RunKind.Equal).Sum(run => run.Text.Length);
        kept.ShouldBe(LongestCommon(dottedA, dottedB));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Long_texts_that_differ_everywhere_are_compared_by_coarser_pieces()
    {
        var a = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i * 7919 % 100_003}"));
        var b = string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"b{i}"));
        WordDifference.Of(a, b).ShouldBe([new WordRun(RunKind.OnlyA, a), new WordRun(RunKind.OnlyB, b)]);
        WordDifference.Of($"same\n{a}", $"same\n{b}").ShouldBe([new(RunKind.Equal, "same\n"), new(RunKind.OnlyA, a), new(RunKind.OnlyB, b)]);
    }

    [Fact]
    public void One_word_changed_in_a_long_text_is_found()
    {
        var words = Enumerable.Range(0, 50_000).Select(i => $"w{i % 991}").ToArray();
        var changed = words.ToArray();
        (changed[10], changed[25_000], changed[49_990]) = ("x", "y", "z");
        WordDifference.Of(string.Join(' ', words), string.Join(' ', changed)).Where(run => run.Kind == RunKind.OnlyB).Select(run => run.Text).ShouldBe(["x", "y", "z"]);
    }

    private static Arbitrary<string> Letters() => Gen.Elements('p', 'q', 'r').ListOf().Select(letters => string.Concat(letters.Take(9))).ToArbitrary();

    private static int LongestCommon(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++) table[i, j] = a[i - 1] == b[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
        }
        return table[a.Length, b.Length];
    }
}
