using System.Text.RegularExpressions;

namespace Prefdissect.Models.Fencing;

/// <summary>
/// Spellings that a server reads, in a text that is continued, as one token that ends a turn or gives the floor to somebody: <c>&lt;|im_end|&gt;</c>, <c>&lt;/s&gt;</c>, <c>[INST]</c>.
/// A fence does not help against them, since they are gone from the text before a model reads it.
/// </summary>
public static partial class ControlTokens
{
    /// <summary>
    /// The text with a space behind the first bracket of each such spelling, which is then a piece of text like any other: a tokenizer takes a control token only where it is spelled to
    /// the character. A space can be seen, and no tokenizer drops it, as some do with characters of no width. A text without such spellings is as it was.
    /// </summary>
    public static string Broken(string text) => Opening().Replace(text, bracket => bracket.Value + " ");

    // Between bars any word goes; bare brackets are those of markup too, so that there names are told: of the vocabularies of Llama, Mistral, Gemma, Qwen, DeepSeek, GLM, InternLM,
    // Falcon, StarCoder, T5, BERT, MiniMax and those made from them.
    [GeneratedRegex(
        """
        <(?=[|｜][^\s|｜<>](?:[^|｜<>\r\n]{0,80}[^\s|｜<>])?[|｜]>)
        |\[(?=\|[^\s|\[\]](?:[^|\[\]\r\n]{0,80}[^\s|\[\]])?\|\])
        |<(?=/?(?:s|unk|pad|bos|eos|eot|eop|eod|sop|cls|sep|mask|gmask|smask|think|image|__media__|(?:start|end)_of_\w{1,20}|image_soft_token
            |tool_\w{1,20}|tools|function_calls?|fim[_-]\w{1,10}|repo_name|reponame|file_sep|filename|gh_stars|jupyter_\w{1,20}|issue_\w{1,20}|commit_\w{1,20}|empty_output
            |extra_id_\d+|unused_?\d+|reserved_\w{0,20}\d+|special_\d+|seed:[a-z_]{1,30})>)
        |<(?=</?sys>>)
        |\[(?=/?(?:inst|system_prompt|model_settings|tool_calls|tool_results|tool_content|available_tools|call_id|args|img|img_break|img_end|audio|begin_audio|prefix|middle|suffix|think
            |bos|eos|cls|sep|pad|mask|unk|gmask|smask|unused_?(?:token_)?\d+)\])
        |\](?=~!?b[\[\]])
        |\[(?=e~\[)
        |>(?=>[a-z]{4,12}<<)
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Opening();
}
