using Prefdissect.Reporting;
using Prefdissect.Tests.Workflows;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Tests.Reporting;

/// <summary>How many pairs a page is said to show.</summary>
public sealed class SampleTablesTests : IDisposable
{
    private readonly SimulatedStudyFile files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_search_that_was_broken_off_says_only_that_more_may_follow()
    {
        using var study = files.Simulated();
        SampleTables.LineUnder(SampleSearch.Run(study, SampleFilter.None, null, 10, default)).ShouldBe($"10 of {SimulatedStudyFile.Pairs} pairs.");
        var none = SampleSearch.Run(study, new SampleFilter { Text = "zzzzqqq" }, null, 10, reach: 5, default) with { Total = null };
        (none.IsBrokenOff, none.Next is null).ShouldBe((true, false));
        SampleTables.LineUnder(none).ShouldBe("No pair so far.");
        SampleTables.LineUnder(SampleSearch.Run(study, new SampleFilter { Text = "zzzzqqq" }, null, 10, default)).ShouldBe("No pair matches.");
        var full = SampleSearch.Run(study, SampleFilter.None, null, 10, default) with { Total = null };
        SampleTables.LineUnder(full).ShouldBe("10 pairs, more follow.");
        SampleTables.LineUnder(full with { IsBrokenOff = true }).ShouldBe("10 pairs, more may follow.");
    }
}
