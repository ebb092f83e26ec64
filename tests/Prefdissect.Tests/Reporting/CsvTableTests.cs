using Prefdissect.Reporting;

namespace Prefdissect.Tests.Reporting;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=HYPERLINK(0)", "'=HYPERLINK(0)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("a=b", "a=b")]
    public void A_name_that_a_spreadsheet_would_run_is_written_as_text(string name, string written) =>
        Csv(new ReportTable([new("judge"), new(name, ColumnAlignment.Number)], [[name, "1"]])).ShouldBe($"judge,{written}\n{written},1\n");

    [Fact]
    public void Numbers_stay_numbers() =>
        Csv(new ReportTable([new("mean", ColumnAlignment.Number)], [["-0.25"]])).ShouldBe("mean\n-0.25\n");

    private static string Csv(ReportTable table)
    {
        using var text = new StringWriter();
        CsvTable.Write(text, table);
        return text.ToString();
    }
}
