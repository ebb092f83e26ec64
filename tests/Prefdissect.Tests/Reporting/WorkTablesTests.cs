using Prefdissect.Importing;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Tests.Workflows;
using Prefdissect.Workflows;

namespace Prefdissect.Tests.Reporting;

/// <summary>What an import says of bad rows: each of the first once, whether they or something else kept the file out.</summary>
public sealed class WorkTablesTests : IDisposable
{
    private readonly SimulatedStudyFile files = new();

    public void Dispose() => files.Dispose();

    [Theory]
    [InlineData(BadRows.RefuseFile, true)]
    [InlineData(BadRows.RefuseFile, false)]
    [InlineData(BadRows.Skip, true)]
    [InlineData(BadRows.Skip, false)]
    public void Every_bad_row_is_told_once(BadRows badRows, bool breaksOff)
    {
        var rows = Enumerable.Range(0, 300).Select(i => $$"""{"prompt":"q{{i}}","response_a":"a","response_b":"b","winner":"{{(i is 0 or 5 ? $"banana{i}" : "a")}}","judge":"j"}""");
        var file = files.Write("votes.json", "[" + string.Join(",\n", rows) + (breaksOff ? ",\n{\"prompt\":" : "]"));
        using var study = Study.OpenOrCreate(files["s.study"]);
        var result = ImportWorkflow.Run(study, new ImportRequest([file], ImportOptions.Default, badRows), null, CancellationToken.None);
        result.Files.Single().Refused.ShouldBe(2);
        (result.Files.Single().Failure is null).ShouldBe(badRows == BadRows.Skip && !breaksOff);
        var lines = WorkTables.LinesUnder(result).ToList();
        foreach (var bad in new[] { "banana0", "banana5" }) lines.Count(line => line.Contains(bad, StringComparison.Ordinal)).ShouldBe(1, string.Join('\n', lines));
    }
}
