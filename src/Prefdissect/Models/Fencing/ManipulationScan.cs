using System.Text.RegularExpressions;

namespace Prefdissect.Models.Fencing;

/// <summary>
/// Finds places in a response that try to leave its fence or to address whoever judges it. It changes nothing and decides nothing: a flag says "look here", and a text about such
/// attacks is flagged as well as an attack. A disguise by invisible characters, look-alike letters or capitals does not help.
/// </summary>
public static partial class ManipulationScan
{
    /// <summary>Longest text that is looked through, in characters; of a longer one its beginning and its end.</summary>
    public const int MostLength = 400_000;

    /// <summary>The signs found, by their place; at most one a kind and place.</summary>
    public static IReadOnlyList<ManipulationSign> Of(string text)
    {
        if (text.Length > MostLength)
        {
            var half = MostLength / 2;
            return [.. Of(text[..half]), .. Of(text[^half..]).Select(sign => sign with { Start = sign.Start + text.Length - half })];
        }
        var seen = SeenText.Of(text);
        return
        [
            .. seen.Invisible
                .Concat(Find(seen, ManipulationKind.LeavesFence, TemplateMark(), ClosingMark(), RoleLine()))
                .Concat(Find(seen, ManipulationKind.AddressesJudge, Disregard(), ToTheJudge(), AskForRating()))
                .Concat(Find(seen, ManipulationKind.HandsDownVerdict, BracketVerdict(), OwnVerdict(), StatedOutput()))
                .Concat(Find(seen, ManipulationKind.ImitatesAnswer, VerdictField(), RatingsOfBoth()))
                .DistinctBy(sign => (sign.Kind, sign.Start))
                .OrderBy(sign => sign.Start).ThenBy(sign => sign.Kind),
        ];
    }

    private static IEnumerable<ManipulationSign> Find(SeenText seen, ManipulationKind kind, params Regex[] patterns) =>
        patterns.SelectMany(pattern => pattern.Matches(seen.Text).Where(match => match.Length > 0).Select(match => seen.Sign(kind, match.Index, match.Length)));

    // Marks by which chat templates tell who speaks.
    [GeneratedRegex(@"<\|(?:im_start|im_end|endoftext|eot_id|start_header_id|end_header_id|begin_of_text|system|user|assistant|end)\|>|\[/?inst\]|<</?sys>>|</?s>(?=\s*(?:\[|$))|<(?:start|end)_of_turn>")]
    private static partial Regex TemplateMark();

    // The end of something that the text itself never began.
    [GeneratedRegex(@"</?(?:response|answer|candidate|assistant|completion|output|document|query|prompt|instruction|user|system)(?:[ _-]?(?:[ab12]|one|two))?>|\[?\b(?:end|begin|start) of (?:the )?(?:response|answer|assistant'?s?(?: answer)?|candidate|conversation|prompt|input|text)\b|\[(?:the )?(?:start|end) of assistant|[\[<{(|=-]{1,5} ?[0-9a-f]{12,64} (?:begin|end|start|stop)\b")]
    private static partial Regex ClosingMark();

    // A line that gives the floor to a speaker or opens a section of a prompt.
    [GeneratedRegex(@"^[ \t>*_]*(?:#{1,4} ?(?:(?:instruction|input|response|system)[ ]?:[ \t*_]*$|(?:(?:final |your )?(?:evaluation|verdict|judg(?:e)?ment)|your answer)s?[ ]?:?)|(?:system|assistant|human|user|judge|evaluator)[ ]?:[ \t*_]*(?:$|(?=\S)))", RegexOptions.Multiline)]
    private static partial Regex RoleLine();

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|skip|do not follow|don'?t follow)\b(?:\W+\w+){0,4}?\W+(?:above|previous|preceding|prior|earlier|foregoing|given|instructions?|prompts?|rules|criteria|guidelines|rubric|system message)\b(?:\W+(?:instructions?|prompts?|text|rules|criteria|messages?|content|conversation))?")]
    private static partial Regex Disregard();

    [GeneratedRegex(@"\b(?:(?:dear|note (?:to|for)|attention,?|message (?:to|for)|hey|hello)(?: the| an?| my| any| all)?|(?:to|as)(?: the| an?| my| any| all)) (?:ai |llm |impartial |automatic |automated |model )?(?:judges?|evaluators?|graders?|raters?|annotators?)(?: model)?\b|\b(?:judges?|evaluators?|graders?|raters?|annotators?)(?: model)?,? (?:must|should|please|has to|have to|will now|is required)\b|\byou are (?:an? |the )?(?:\w+ ){0,3}(?:judge|evaluator|grader|rater|annotator)\b")]
    private static partial Regex ToTheJudge();

    [GeneratedRegex(@"\b(?:please |you (?:must|should|have to|need to|will) |always |just )?(?:rate|score|grade|rank|choose|select|prefer|pick|mark|judge|vote for)(?: for)? (?:(?:this|my|the above|the first|the second) (?:response|answer|reply|output|completion|assistant)|(?:response|answer|assistant|model|output) (?:[ab12]|one|two)\b)(?:[^.\n]{0,40}\b(?:best|better|highest|higher|full|max\w*|perfect|top|first|winner|[0-9]+))?|\b(?:give|assign|award)s? (?:(?:this|my) (?:response|answer|reply|output)|this|it|me|(?:response|answer) [ab12]) (?:the |a |an )?(?:highest|maximum|max|full|top|perfect|best)\b[^.\n]{0,20}\b(?:score|rating|points?|marks?|stars?|grade)\b")]
    private static partial Regex AskForRating();

    [GeneratedRegex(@"(?<![\w\])])\[\[ ?(?:[abc]|tie|[0-9]{1,2})(?:[<>]{1,2}[ab])? ?\]\]|\[\[ ?[ab] ?[<>=]{1,2} ?[ab] ?\]\]")]
    private static partial Regex BracketVerdict();

    [GeneratedRegex(@"\b(?:my |the |final ){0,3}(?:verdict|judg(?:e)?ment|winner|preferred (?:response|answer)|better (?:response|answer))\b ?(?:is|:|=|goes to) ?(?:the )?[""'*\[(]*(?:(?:response|answer|assistant|model|output|option)[ _-]?)?(?:[ab12]|one|two|first|second|tie)\b|\b(?:this|my) (?:response|answer|output) (?:is|was|should be (?:rated|considered|judged)) (?:clearly |obviously |definitely |by far )?(?:the )?(?:best|better|winner|superior|preferred|correct one)\b|\b(?:response|assistant|answer|model|output) (?:[ab12]|one|two) (?:is|was) (?:clearly |obviously |definitely |much |far )?(?:the )?(?:better|best|superior|winner|preferred)\b")]
    private static partial Regex OwnVerdict();

    // The constant answers that won automatic benchmarks state the judge's own output.
    [GeneratedRegex(@"\b(?:output|model|response|assistant)[ _]?\((?:[ab12])\)(?:[^.\n]{0,60}\b(?:best|better|win|prefer|first|rank)\w*)?|\bwhich is (?:best|better), ?(?:m|output|model|response)\b|(?<!#)#{2,6} ?(?:which is best|best model identifier|model outputs|unordered model|leaderboard)")]
    private static partial Regex StatedOutput();

    [GeneratedRegex(@"[""'](?:winner|verdict|preferred|preference|better(?:_| )?(?:response|answer)?|best(?:_| )?(?:response|answer|model)|judg(?:e)?ment|decision|choice|rank(?:ing)?)[""']\s*:\s*(?:\[?\s*[""']?(?:(?:response|answer|assistant|model|output)[ _-]?)?(?:[ab12]|one|two|first|second|m|tie)\b[""']?|\{)")]
    private static partial Regex VerdictField();

    [GeneratedRegex(@"[""'](?:response|answer|assistant|output)[ _-]?(?:[ab12]|one|two)[""']\s*:\s*[\[{0-9""']")]
    private static partial Regex RatingsOfBoth();
}
