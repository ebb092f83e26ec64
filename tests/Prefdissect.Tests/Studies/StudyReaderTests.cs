using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Tests.Studies;

public sealed class StudyReaderTests : IDisposable
{
    private readonly StudyFolder folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    public void Whether_there_are_more_pairs_than_a_number_is_what_counting_says(int pairs)
    {
        using var study = folder.Open();
        StudyFolder.Import(study, Enumerable.Range(0, pairs).Select(i => StudyFolder.Vote($"q{i}", "a", "b", Verdict.A)));
        var reader = new StudyReader(study);
        reader.CountPairs().ShouldBe(pairs);
        foreach (var most in Enumerable.Range(0, 14)) reader.HasMorePairsThan(most).ShouldBe(pairs > most, $"{pairs} pairs, more than {most}");
    }

    public void Dispose() => folder.Dispose();
}
