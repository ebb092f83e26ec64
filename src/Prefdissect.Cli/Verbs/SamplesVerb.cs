using System.CommandLine;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Samples;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>samples</c>: lists pairs that filters let through.</summary>
internal sealed class SamplesVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<int> limit = new("--limit") { Description = "Most pairs to list, up to 500.", DefaultValueFactory = _ => 20, HelpName = "N" };
    private readonly Option<string?> after = new("--after") { Description = "Go on where a page said that the next one begins.", HelpName = "PLACE" };
    private readonly Option<string?> text = new("--text") { Description = "Words, and phrases in quotation marks, that the query or a response holds.", HelpName = "WORDS" };
    private readonly Option<string?> scenario = new("--scenario") { Description = "A scenario, or another group.", HelpName = "NAME" };
    private readonly Option<string?> property = new("--property") { Description = "A property in which the responses differ, or more is in a or b, or both have the same of.", HelpName = "NAME[:a|b|differs|same]" };
    private readonly Option<string?> vote = new("--vote") { Description = "What a judge voted; A is the pair's first response.", HelpName = "JUDGE:a|b|tie" };
    private readonly Option<string?> disagree = new("--disagree") { Description = "Two judges that disagree, or any.", HelpName = "X,Y|any" };
    private readonly Option<string?> modelWrong = new("--model-wrong") { Description = "A judge whose fit predicts the other response than it voted for.", HelpName = "JUDGE" };
    private readonly Option<string?> decidedBy = new("--decided-by") { Description = "A judge and the property that moves its fit's prediction the most.", HelpName = "JUDGE:PROPERTY" };
    private readonly Option<bool> flagged = new("--flagged") { Description = "Pairs with a response that shows signs of manipulation." };
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<bool> json = SharedOptions.Json();
    private readonly Option<bool> csv = SharedOptions.Csv();

    public Command Build(Terminal terminal) => Verb.Of(
        "samples", "List pairs with their votes: those that hold words, that judges disagree on, that a property decided.", "prefdissect samples -s my.study --disagree any --limit 5", [],
        [study, limit, after, text, scenario, property, vote, disagree, modelWrong, decidedBy, flagged, annotator, json, csv],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv)) throw new UsageException("Print --json or --csv, not both.");
            var most = parsed.GetValue(limit);
            if (most is < 1 or > SampleSearch.MostRows) throw new UsageException($"--limit is {most}; expected 1 to {SampleSearch.MostRows}.");
            var filter = FilterOf(parsed);
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var page = SampleSearch.Run(opened, filter, parsed.GetValue(after), most, cancellation);
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, SamplesDocument.Of(page, ProvenanceOf(parsed, opened)));
            else if (parsed.GetValue(csv)) CsvTable.Write(terminal.Out, SampleTables.Csv(page));
            else Show(page, terminal);
            return ExitCode.Done;
        });

    private static void Show(SamplePage page, Terminal terminal)
    {
        if (page.Rows.Count > 0) TerminalTable.Draw(terminal.Console, SampleTables.Of(page));
        terminal.Out.WriteLine(SampleTables.LineUnder(page));
        if (page.Rows.Any(row => row.IsSimulated)) terminal.Out.WriteLine("Simulated pairs are among these.");
        if (page.IsTextShortened) terminal.Error.WriteLine("Only the first 32 words of --text were looked for.");
        if (page.IsBrokenOff) terminal.Error.WriteLine("The search was broken off after many pairs; there may be more.");
        if (page.Next is { } next) terminal.Error.WriteLine($"Go on with --after {next}.");
    }

    private SampleFilter FilterOf(ParseResult parsed) => new()
    {
        Text = parsed.GetValue(text),
        Scenario = parsed.GetValue(scenario),
        Property = parsed.GetValue(property) is { } differing ? PropertyOf(differing) : null,
        Vote = parsed.GetValue(vote) is { } voted ? VoteOf(voted) : null,
        Disagree = parsed.GetValue(disagree) is { } judges ? DisagreementOf(judges) : null,
        ModelWrong = parsed.GetValue(modelWrong),
        DecidedBy = parsed.GetValue(decidedBy) is { } decided ? DecisionOf(decided) : null,
        Flagged = parsed.GetValue(flagged),
        Annotator = parsed.GetValue(annotator),
    };

    private static PropertyDifference PropertyOf(string given)
    {
        var (name, how) = Parts(given);
        return how switch
        {
            "a" => new(name, MoreOf.A),
            "b" => new(name, MoreOf.B),
            "differs" => new(name),
            "same" => new(name, MoreOf.Neither),
            _ => new(given),
        };
    }

    // Names of judges may hold a colon; what follows the last one is the vote.
    private static VoteCondition VoteOf(string given) => Parts(given) switch
    {
        (var judge, "a") => new(judge, Verdict.A),
        (var judge, "b") => new(judge, Verdict.B),
        (var judge, "tie") => new(judge, Verdict.Tie),
        _ => throw new UsageException($"--vote is '{given}'; expected JUDGE:a, JUDGE:b or JUDGE:tie."),
    };

    private static Disagreement DisagreementOf(string given)
    {
        if (given == "any") return Disagreement.Any;
        return given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var one, var other] && one != other
            ? new Disagreement((one, other))
            : throw new UsageException($"--disagree is '{given}'; expected two judges, X,Y, or any.");
    }

    private static DecisiveProperty DecisionOf(string given) => Parts(given) is (var judge, { Length: > 0 } of) && judge.Length > 0
        ? new DecisiveProperty(judge, of)
        : throw new UsageException($"--decided-by is '{given}'; expected JUDGE:PROPERTY.");

    private static (string Name, string? Last) Parts(string given) => given.LastIndexOf(':') is > 0 and var at ? (given[..at], given[(at + 1)..]) : (given, null);

    private Provenance ProvenanceOf(ParseResult parsed, Study opened) => new()
    {
        Command = "samples",
        Data = new StudyReader(opened).DataHash().ToString(),
        Options = new (string Name, string? Value)[]
        {
            ("limit", $"{parsed.GetValue(limit)}"), ("after", parsed.GetValue(after)), ("text", parsed.GetValue(text)), ("scenario", parsed.GetValue(scenario)), ("property", parsed.GetValue(property)),
            ("vote", parsed.GetValue(vote)), ("disagree", parsed.GetValue(disagree)), ("model-wrong", parsed.GetValue(modelWrong)), ("decided-by", parsed.GetValue(decidedBy)),
            ("flagged", parsed.GetValue(flagged) ? "yes" : null), ("annotator", parsed.GetValue(annotator)),
        }.Where(of => of.Value is not null).ToDictionary(of => of.Name, of => of.Value!),
    };
}
