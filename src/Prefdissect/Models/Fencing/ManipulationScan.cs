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
        var respelled = seen.Respelled();
        return
        [
            .. seen.Invisible
                .Concat(Find(seen, ManipulationKind.LeavesFence, TemplateMark(), ClosingMark(), RoleLine()))
                .Concat(Find(seen, ManipulationKind.AddressesJudge, Disregard(), DisregardElsewhere(), NewOrders(), ToTheJudge(), AskForRating(), AskForMost()))
                .Concat(respelled is null ? [] : Find(respelled, ManipulationKind.AddressesJudge, Disregard()))
                .Concat(Find(seen, ManipulationKind.HandsDownVerdict, BracketVerdict(), OwnVerdict(), ComparedVerdict(), StatedOutput()))
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
    [GeneratedRegex(@"</?(?:response|answer|candidate|assistant|completion|output|document|query|prompt|instruction|user|system)(?:[ _-]?(?:[ab12]|one|two))?>|\b(?:end|begin|start) of (?:the )?(?:(?:response|answer|candidate) ?(?:[ab12]|one|two)|assistant(?:'?s?(?: answer)?)?)\b|(?:[\[(<]|^[ \t]*[=*#<-]{2,}) ?(?:the )?(?:end|begin|start) of (?:the |both |all )?(?:responses?|answers?|candidates?|conversation|prompt|input|text)\b|\[(?:the )?(?:start|end) of assistant|[\[<{(|=-]{1,5} ?[0-9a-f]{12,64} (?:begin|end|start|stop)\b|\[ ?(?:system|evaluation|grading) (?:note|message|override|instruction|prompt)s?\b|<!-- ?(?:system|judge|evaluat\w+|rating|score|instruction)\b", RegexOptions.Multiline)]
    private static partial Regex ClosingMark();

    // A line that gives the floor to a speaker or opens a section of a prompt.
    [GeneratedRegex(@"^[ \t>*_]*(?:#{1,4} ?(?:(?:instruction|input|response|system)[ ]?:[ \t*_]*$|(?:(?:final |your )?(?:evaluation|verdict|judg(?:e)?ment)|your answer)s?[ ]?:?)|(?:assistant|human|judge|evaluator)[ ]?:[ \t*_]*(?:$|(?=\S)))|^[>*_]*(?:system|user)[ ]?:[ \t*_]*(?:$|(?=\S))", RegexOptions.Multiline)]
    private static partial Regex RoleLine();

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|skip|do not follow|don'?t follow)\b(?:[^\w.!?]+\w+){0,4}?[^\w.!?]+(?:above|previous|preceding|prior|earlier|foregoing|instructions?|prompts?|rules|criteria|guidelines|rubric|system message)\b(?:\W+(?:instructions?|prompts?|text|rules|criteria|messages?|content|conversation))?")]
    private static partial Regex Disregard();

    // The same in the languages that most answers are written in besides English.
    [GeneratedRegex(@"\b(?:ignorier\w*|missacht\w*|vergiss|vergesst|vergessen sie)\b(?:\W+\w+){0,3}?\W+(?:vorherig\w*|obig\w*|bisherig\w*|vorig\w*|anweisung\w*|regeln|vorgaben)\b|\b(?:ignore[zr]?|oublie[zr]?)\b(?:\W+\w+){0,4}?\W+(?:consignes?|précédent\w*|ci-dessus|règles)\b|\b(?:ignor[aei]\w*|olvid\w+|esque[cç]\w+|dimentic\w+)\b(?:\W+\w+){0,4}?\W+(?:instrucciones|indicaciones|instruções|istruzioni|anteriores|precedenti|reglas|regras|regole)\b|\b(?:negeer|vergeet)\b(?:\W+\w+){0,3}?\W+(?:instructies|eerdere|vorige|bovenstaande)\b|\b(?:z?ignoruj|zapomnij)\w*(?:\W+\w+){0,3}?\W+(?:instrukcj\w+|poleceni\w+|poprzedni\w+)|\b(?:про)?игнорируй\w*(?:\W+\w+){0,3}?\W+(?:инструкци\w+|указани\w+|предыдущ\w+|выше)|\bзабудь\w*(?:\W+\w+){0,3}?\W+(?:инструкци\w+|указани\w+|предыдущ\w+|выше)|\b(?:önceki|yukarıdaki)\b(?:\W+\w+){0,3}?\W+(?:yok say|görmezden gel|unut)|(?:忽略|忽视|忽視|无视|無視|忘记|忘記)[^。\n]{0,12}(?:以上|上面|之前|先前|前面|指令|指示|规则|規則|提示)|(?:以前|上記|これまで|前|上)の[^。\n]{0,12}(?:指示|命令|ルール|プロンプト)[^。\n]{0,8}(?:無視|忘れ)|(?:위|이전|앞)의?[^.\n]{0,12}(?:지시|명령|지침|규칙)[^.\n]{0,8}(?:무시|잊)|(?:تجاهل|انس)\S*(?:\s+\S+){0,3}?\s+\S*(?:تعليمات|السابقة|أعلاه|القواعد)|(?:पिछले|उपरोक्त|ऊपर)[^।\n]{0,24}निर्देश[^।\n]{0,16}(?:अनदेखा|नज़रअंदाज़|भूल)")]
    private static partial Regex DisregardElsewhere();

    [GeneratedRegex(@"\b(?:forget|ignore|disregard) (?:everything|anything|all)\b(?:\W+\w+){0,5}?\W+(?:told|said|given|before|above|earlier)\b|\b(?:earlier|previous|prior|original|above) (?:instructions?|guidelines?|rules|criteria|rubric|prompt) (?:no longer|do not|don't) (?:apply|hold|count)\b|\bnew instructions? ?:|\b(?:rubric|instructions|criteria|grading scheme) (?:has|have) (?:been )?(?:changed|replaced|updated)\b|\b(?:evaluation|score|rating|judg(?:e)?ment) override\b")]
    private static partial Regex NewOrders();

    [GeneratedRegex(@"\b(?:(?:dear|note (?:to|for)|attention,?|message (?:to|for)|hey|hello)(?: the| an?| my| any| all)?|(?:to|as)(?: the| an?| my| any| all)) (?:ai |llm |impartial |automatic |automated |model )?(?:judges?|evaluators?|graders?|raters?|annotators?)(?: model)?\b|\b(?:whoever|anyone who|you who) (?:(?:compare|judge|rate|grade|score|evaluate|select|choose|pick)s?)\b[^.\n]{0,30}\b(?:response|answer|these|this)s?\b|\b(?:judges?|evaluators?|graders?|raters?|annotators?)(?: model)?,? (?:must|should|please|has to|have to|will now|is required)\b|\byou are (?:an? |the )?(?:\w+ ){0,3}(?:judge|evaluator|grader|rater|annotator)\b")]
    private static partial Regex ToTheJudge();

    [GeneratedRegex(@"\b(?:please |you (?:must|should|have to|need to|will) |always |just )?(?:rate|score|grade|rank|choose|select|prefer|pick|mark|judge|vote for)(?: for)? (?:(?:this|my|the above|the first|the second) (?:response|answer|reply|output|completion|assistant)|(?:response|answer|assistant|model|output) (?:[ab12]|one|two)\b)(?:[^.\n]{0,40}\b(?:best|better|highest|higher|full|max\w*|perfect|top|first|winner|[0-9]+))?|\b(?:give|assign|award)s? (?:(?:this|my) (?:response|answer|reply|output)|this|it|me|(?:response|answer) [ab12]) (?:the |a |an )?(?:highest|maximum|max|full|top|perfect|best)\b[^.\n]{0,20}\b(?:score|rating|points?|marks?|stars?|grade)\b")]
    private static partial Regex AskForRating();

    [GeneratedRegex(@"\b(?:deserves?|merits?|(?:must|should) (?:receive|get|be given)|award(?: it| this| me)?) (?:the |a )?(?:full|highest|maximum|max|top|perfect|best)(?: possible)? (?:scores?|ratings?|marks?|grades?|points|stars)\b|\b(?:rate|rank|score) (?:it|this|me|mine) (?:above|higher|highest|best|first)\b")]
    private static partial Regex AskForMost();

    [GeneratedRegex(@"(?<![\w\])])\[\[ ?(?:[abc]|tie|[0-9]{1,2})(?:[<>]{1,2}[ab])? ?\]\]|\[\[ ?[ab] ?[<>=]{1,2} ?[ab] ?\]\]")]
    private static partial Regex BracketVerdict();

    [GeneratedRegex(@"\b(?:my |the |final ){0,3}(?:verdict|judg(?:e)?ment|winner|preferred (?:response|answer)|better (?:response|answer))\b ?(?:is|:|=|goes to) ?(?:the )?[""'*\[(]*(?:(?:response|answer|assistant|model|output|option)[ _-]?)?(?:[ab12]|one|two|first|second|tie)\b|\b(?:this|my) (?:response|answer|output) (?:is|was|should be (?:rated|considered|judged)) (?:clearly |obviously |definitely |by far )?(?:the )?(?:best|better|winner|superior|preferred|correct one)\b|\b(?:response|assistant|answer|model|output) (?:[ab12]|one|two) (?:is|was) (?:clearly |obviously |definitely |much |far )?(?:the )?(?:better|best|superior|winner|preferred)\b")]
    private static partial Regex OwnVerdict();

    [GeneratedRegex(@"\b(?:response|assistant|answer|candidate|output) (?:[ab12]|one|two) (?:wins|loses|should win|deserves|is flawless|fails)\b|\b(?:evaluation|assessment|result|decision|conclusion) ?(?:is|:)\W{0,3}(?:response|answer|assistant|candidate) (?:[ab12]|one|two)\b|\b(?:first|second) (?:model|response|answer|output|assistant|candidate) (?:is|was|wins|should be)(?: ranked| the| rated)? (?:first|best|better|winner|preferred|highest)\b|\bother (?:response|answer|candidate|assistant) (?:is|was) (?:clearly |obviously |much |far )?(?:worse|inferior|weaker)\b|\bthis (?:one|response|answer) (?:should|must|ought to) be (?:preferred|chosen|selected|picked)\b")]
    private static partial Regex ComparedVerdict();

    // The constant answers that won automatic benchmarks state the judge's own output.
    [GeneratedRegex(@"\b(?:output|model|response|assistant)[ _]?\((?:[ab12])\)(?:[^.\n]{0,60}\b(?:best|better|win|prefer|first|rank)\w*)?|\bwhich is (?:best|better), ?(?:m|output|model|response)\b|(?<!#)#{2,6} ?(?:which is best|best model identifier|model outputs|unordered model|leaderboard)")]
    private static partial Regex StatedOutput();

    [GeneratedRegex(@"[""'](?:winner|verdict|preferred|preference|better(?:_| )?(?:response|answer)?|best(?:_| )?(?:response|answer|model)|judg(?:e)?ment|decision|choice|rank(?:ing)?)[""']\s*:\s*(?:\[?\s*[""']?(?:(?:response|answer|assistant|model|output)[ _-]?)?(?:[ab12]|one|two|first|second|m|tie)\b[""']?|\{)")]
    private static partial Regex VerdictField();

    [GeneratedRegex(@"[""'](?:response|answer|assistant|output)[ _-]?(?:[ab12]|one|two)[""']\s*:\s*[\[{0-9""']")]
    private static partial Regex RatingsOfBoth();
}
