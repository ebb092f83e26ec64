using System.Text;
using Prefdissect.Importing;

namespace Prefdissect.Tests.Importing;

public sealed class NumericTableReaderTests : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Columns_and_outcomes_come_as_they_stand(bool packed)
    {
        const string text = "\uFEFFwarmth,y,size\n1,0,-2.5\n0,1,3e-1\n";
        var table = NumericTableReader.Read(folder.Write("t.csv", packed ? ImportFolder.Gzip(text) : Encoding.UTF8.GetBytes(text)));
        table.Columns.ShouldBe(["warmth", "size"]);
        table.Outcomes.ShouldBe([0, 1]);
        (table.Design.Rows, table.Design.Columns).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("x,z\n1,2\n", "a column y")]
    [InlineData("y\n1\n", "only a column y")]
    [InlineData("y,x\n", "at least one row")]
    [InlineData("y,x\n1,2,3\n", "3 cells")]
    [InlineData("y,x\n2,3\n", "0 or 1")]
    [InlineData("y,x\n1,NaN\n", "finite number")]
    [InlineData("y,x\n1,1e999\n", "finite number")]
    public void What_is_no_such_table_is_refused_with_what_was_expected(string text, string part) => Refused(Encoding.UTF8.GetBytes(text)).Message.ShouldContain(part);

    [Fact]
    public void Names_and_cells_are_shown_short_and_cannot_steer_a_terminal()
    {
        var cell = Refused(Encoding.UTF8.GetBytes("y,x\n1,\u001b[2J" + new string('z', 100_000) + "\n")).Message;
        var names = Refused(Encoding.UTF8.GetBytes("\u001b[31mred," + new string('z', 100_000) + "\n1,2\n")).Message;
        foreach (var message in new[] { cell, names })
        {
            message.Any(char.IsControl).ShouldBeFalse();
            message.Length.ShouldBeLessThan(500);
        }
    }

    [Fact]
    public void Gzip_that_breaks_off_is_an_error_and_not_a_shorter_table()
    {
        // The last eight bytes tell whether the rest is whole; all rows are there without them.
        var whole = ImportFolder.Gzip("y,x\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i % 2},{i}\n")));
        Refused(whole[..^8]).Message.ShouldContain("gzip");
    }

    [Fact]
    public void Other_encodings_and_binary_data_are_named()
    {
        Refused(Encoding.Latin1.GetBytes("y,größe\n1,2\n")).Message.ShouldContain("UTF-8");
        Refused("y,x\n1,\0\n"u8.ToArray()).Message.ShouldContain("NUL");
    }

    private ImportException Refused(byte[] content) => Should.Throw<ImportException>(() => NumericTableReader.Read(folder.Write("t.csv", content)));
}
