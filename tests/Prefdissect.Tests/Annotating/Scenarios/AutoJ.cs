using Prefdissect.Annotating.Scenarios;
using Prefdissect.Importing;

namespace Prefdissect.Tests.Annotating.Scenarios;

internal static class AutoJ
{
    /// <summary>The 1,392 labelled queries of Auto-J, where this machine has them.</summary>
    public static IReadOnlyList<LabelledQuery> Queries()
    {
        using var file = VoteFile.Open(Path.Combine(SharedFolder.DataOrSkip("autoj"), "testdata_pairwise.jsonl.gz"), ImportOptions.Default);
        return [.. file.Rows(TestContext.Current.CancellationToken).OfType<ReadRow>().SelectMany(row => row.Votes).Select(vote => new LabelledQuery(vote.Query.Text, vote.Scenario!))];
    }
}
