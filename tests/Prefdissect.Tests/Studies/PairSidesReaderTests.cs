using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Judging;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

/// <summary>Which pairs of a large study are taken without reading the others.</summary>
public sealed class PairSidesReaderTests : IDisposable
{
    private readonly StudyFolder folder = new();

    [Fact]
    public void Pairs_are_taken_by_the_first_bits_of_their_ids_and_with_what_a_judge_was_asked()
    {
        using var study = folder.Open();
        var ids = StudyFolder.Import(study, Enumerable.Range(0, 400).Select(i => StudyFolder.Vote($"q{i}", "a", "b", i % 2 == 0 ? Verdict.A : Verdict.B) with { Scenario = i % 3 == 0 ? "Code" : null }));
        using (var write = study.BeginWrite())
        {
            using (var writer = write.Judgements(new JudgeDescription("me", JudgeKind.Person)))
            {
                foreach (var pair in ids.Take(3)) writer.Add(pair, new OrderReading(AskedOrder.FirstAsA) { Said = Verdict.A });
            }
            write.Commit();
        }
        var reader = new PairSidesReader(study);
        var all = reader.All();
        all.Count.ShouldBe(400);
        Prop.ForAll(ArbMap.Default.GeneratorFor<ulong>().ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), (bits, count) =>
        {
            var wanted = bits >> (64 - count);
            bool Begins(PairSides pair) => (ulong)(pair.Hash.High >> 64) >> (64 - count) == wanted;
            reader.BeginningWith(bits, count, "nobody").ShouldBe(all.Where(Begins));
            reader.BeginningWith(bits, count, "me").ShouldBe(all.Where(pair => Begins(pair) || ids.Take(3).Contains(pair.Id)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
        Should.Throw<ArgumentOutOfRangeException>(() => reader.BeginningWith(0, 0, "me"));
    }

    public void Dispose() => folder.Dispose();
}
