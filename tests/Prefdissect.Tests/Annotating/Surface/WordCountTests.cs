using System.Text.Json;
using Prefdissect.Annotating.Surface.Reading;

namespace Prefdissect.Tests.Annotating.Surface;

public class WordCountTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("   \r\n\t", 0)]
    [InlineData("Paris", 1)]
    [InlineData("Yes, of course.", 5)]
    [InlineData("1. Boil the water.", 6)]
    [InlineData("It's 3.14, or 1,000 at 10:30.", 9)]
    [InlineData("I don't know; you've won.", 9)]
    [InlineData("I don’t know; you’ve won.", 9)]
    [InlineData("You cannot, or are you gonna?", 10)]
    [InlineData("Wait... what?!", 5)]
    [InlineData("a well-known thing -- really", 5)]
    [InlineData("She said \"go\".", 6)]
    [InlineData("(see [3])", 6)]
    [InlineData("```js```", 5)]
    [InlineData("\u200B \u200B \u200B word", 1)]
    public void Words_are_treebank_tokens(string text, int words) => WordCount.Of(text).ShouldBe(words);

    [Fact]
    public void The_published_rows_carry_the_counts_we_make()
    {
        var file = SharedData.File("gair", "sample_unannotated.jsonl");
        var checks = 0;
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            var row = JsonDocument.Parse(line).RootElement;
            foreach (var field in (string[])["prompt", "response_a", "response_b"])
            {
                WordCount.Of(row.GetProperty(field).GetString()).ShouldBe(row.GetProperty(field + " word").GetInt32(), $"{field}: {row.GetProperty(field)}");
                checks++;
            }
        }
        checks.ShouldBe(6);
    }
}
