using Prefdissect.Annotating.Agreements;

namespace Prefdissect.Tests.Annotating.Agreements;

public class OrdinalAlphaTests
{
    // Krippendorff (2011), "Computing Krippendorff's alpha-reliability", example C: four observers, twelve units, values 1–5; α for ordinal data is 0.815.
    [Fact]
    public void The_worked_example_of_Krippendorff_comes_out()
    {
        int[][] observers =
        [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
            [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
            [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
        ];
        var table = new double[5, 5];
        for (var unit = 0; unit < 12; unit++)
        {
            int[] rated = [.. observers.Select(observer => observer[unit]).Where(value => value > 0)];
            for (var i = 0; i < rated.Length; i++)
            {
                for (var j = 0; j < rated.Length; j++)
                {
                    if (i != j) table[rated[i] - 1, rated[j] - 1] += 1.0 / (rated.Length - 1);
                }
            }
        }
        OrdinalAlpha.Of(table).ShouldNotBeNull().ShouldBe(0.815, 0.0005);
    }

    [Fact]
    public void Nothing_that_varies_gives_no_value()
    {
        OrdinalAlpha.Of(new double[3, 3]).ShouldBeNull();
        OrdinalAlpha.Of(new double[,] { { 8, 0 }, { 0, 0 } }).ShouldBeNull();
        OrdinalAlpha.Of(new double[,] { { 8, 0 }, { 0, 8 } }).ShouldBe(1);
        Should.Throw<ArgumentException>(() => OrdinalAlpha.Of(new double[2, 3]));
    }
}
