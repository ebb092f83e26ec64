using FsCheck;
using FsCheck.Fluent;
using Prefdissect.Models.Fencing;

namespace Prefdissect.Tests.Models;

public class ControlTokensTests
{
    // As the vocabularies of models spell them.
    private static readonly string[] Spellings =
    [
        "<|im_start|>", "<|im_end|>", "<|endoftext|>", "<|eot_id|>", "<|start_header_id|>", "<|begin_of_text|>", "<|reserved_special_token_12|>", "<|fim_middle|>", "<|START_OF_TURN_TOKEN|>",
        "<｜end▁of▁sentence｜>", "<｜User｜>", "<s>", "</s>", "<S>", "<unk>", "<pad>", "<bos>", "<eos>", "<start_of_turn>", "<end_of_turn>", "<think>", "</think>", "<tool_call>", "</tool_call>",
        "[INST]", "[/INST]", "[SYSTEM_PROMPT]", "[TOOL_CALLS]", "[AVAILABLE_TOOLS]", "[IMG_END]", "[gMASK]", "<sop>", "[CLS]", "[SEP]", "[PAD]", "[MASK]", "<<SYS>>", "<</SYS>>", "<mask>",
        "<fim_prefix>", "<fim-suffix>", "<extra_id_7>", "<unused12>", "<reserved_106>", "<SPECIAL_12>", "[UNUSED_TOKEN_146]", "[|endofturn|]", "[|user|]", ">>ABSTRACT<<", "]~b]", "]~!b[", "[e~[",
    ];

    [Fact]
    public void No_spelling_of_a_control_token_is_left_and_no_character_is_lost()
    {
        foreach (var spelling in Spellings)
        {
            var broken = ControlTokens.Broken($"before{spelling}after {spelling}{spelling}");
            broken.ShouldNotContain(spelling);
            broken.Replace(" ", "", StringComparison.Ordinal).ShouldBe($"before{spelling}after{spelling}{spelling}");
            ControlTokens.Broken($"<|{spelling}|><{spelling}>[{spelling}]").ShouldNotContain(spelling, Case.Sensitive, "also inside of another");
        }
    }

    [Theory]
    [InlineData("<b>bold</b>, <span class=\"s\">, <a href='x'>, <section>, <video>, <script>")]
    [InlineData("f <| g |> h")]
    [InlineData("p <|> q")]
    [InlineData("| a | b |\n|---|---|\n[1, 2] [x] [INSTALL] [link](https://example.org) [^1]")]
    [InlineData("List<string>, Map<s, t>, a < s > b, x >>= 2, 1 << 2 >> 3, cout << s << endl")]
    [InlineData("[Fact] public void [Theory] [[nodiscard]] [:space:] ]~")]
    public void Other_texts_are_as_they_were(string text) => ControlTokens.Broken(text).ShouldBe(text);

    [Fact]
    public void What_is_broken_stays_as_it_is()
    {
        var pieces = Gen.Elements([.. Spellings, "<", "<|", "|>", "|", "[", "[/", "]", ">", "</", "s", "INST", " ", "\n", "im_end", "text"]);
        var texts = pieces.ArrayOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text =>
        {
            var broken = ControlTokens.Broken(text);
            return ControlTokens.Broken(broken) == broken && !Array.Exists(Spellings, spelling => broken.Contains(spelling, StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
    }
}
