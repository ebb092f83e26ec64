using Prefdissect.Bayes.Densities;

namespace Prefdissect.Bayes.Tests.Densities;

public class DesignMatrixTests
{
    [Fact]
    public void Small_whole_numbers_take_a_byte_and_anything_else_eight()
    {
        DesignMatrix.FromRows([[1, -1, 0], [127, -127, 3]]).IsCompact.ShouldBeTrue();
        DesignMatrix.FromRows([[1, 0.5]]).IsCompact.ShouldBeFalse();
        DesignMatrix.FromRows([[128]]).IsCompact.ShouldBeFalse();
        DesignMatrix.FromRows([[-128]]).IsCompact.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.25)]
    public void Cells_columns_and_chosen_rows_are_what_was_given(double unit)
    {
        var matrix = DesignMatrix.FromRowMajor([1 * unit, 2, 3, 4, 5, 6], 3, 2);
        (matrix.Rows, matrix.Columns).ShouldBe((3, 2));
        (matrix[0, 0], matrix[1, 0], matrix[2, 1]).ShouldBe((unit, 3, 6));
        var column = new double[3];
        matrix.CopyColumn(1, column);
        column.ShouldBe([2, 4, 6]);
        var chosen = matrix.SelectRows([2, 0, 2]);
        (chosen.Rows, chosen[0, 0], chosen[1, 0], chosen[2, 1]).ShouldBe((3, 5, unit, 6));
    }

    [Fact]
    public void Bytes_and_doubles_of_the_same_numbers_are_the_same_matrix()
    {
        var bytes = DesignMatrix.FromRowMajor(new sbyte[] { 1, 0, -1, 1 }, 2, 2);
        var doubles = DesignMatrix.FromRowMajor([1.0, 0, -1, 1], 2, 2);
        for (var row = 0; row < 2; row++)
            for (var column = 0; column < 2; column++)
                bytes[row, column].ShouldBe(doubles[row, column]);
    }

    [Fact]
    public void Bad_tables_are_refused_with_the_cell_named()
    {
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRows([[0, 1], [2, double.NaN]])).Message.ShouldContain("Row 1, column 1 is NaN");
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRowMajor([double.NegativeInfinity], 1, 1)).Message.ShouldContain("Row 0, column 0");
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRows([[0, 1], [2]])).Message.ShouldContain("Row 1 has 1 columns where row 0 has 2");
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRows([])).Message.ShouldContain("at least one row");
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRows([[]])).Message.ShouldContain("at least one column");
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRowMajor([1.0, 2, 3], 2, 2)).Message.ShouldContain("3 values do not fill 2 rows");
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRowMajor(new sbyte[] { 0, -128 }, 2, 1)).Message.ShouldContain("Row 1, column 0 is -128");
        Should.Throw<ArgumentOutOfRangeException>(() => DesignMatrix.FromRows([[1]])[1, 0]);
        Should.Throw<ArgumentOutOfRangeException>(() => DesignMatrix.FromRows([[1]]).SelectRows([1]));
        Should.Throw<ArgumentException>(() => DesignMatrix.FromRows([[1]]).SelectRows([]));
    }
}
