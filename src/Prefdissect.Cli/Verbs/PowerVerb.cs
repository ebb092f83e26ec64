using System.CommandLine;
using System.Globalization;
using Prefdissect.Dissecting.Power;
using Prefdissect.Pairs;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>power</c>: predicts how sure a dissection will be with more pairs.</summary>
internal sealed class PowerVerb : IVerb
{
    private const int LargestMultiple = 1000;
    private const int LeastSimulations = 10, MostSimulations = 10_000;

    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string> judge = new("--judge") { Description = "The judge.", HelpName = "JUDGE", Required = true };
    private readonly Option<string> group = new("--group") { Description = "The group that is fitted.", HelpName = "GROUP", DefaultValueFactory = _ => Group.All };
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<string> multiples = new("--multiples") { Description = "How many times the pairs of now, with commas between.", HelpName = "N,…", DefaultValueFactory = _ => "2,5,10" };
    private readonly Option<int> simulations = new("--simulations") { Description = "Simulated studies for each of them.", HelpName = "N", DefaultValueFactory = _ => new PowerOptions().Simulations };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();

    public PowerVerb() => simulations.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && given is < LeastSimulations or > MostSimulations)
            result.AddError($"--simulations is {given}; expected {LeastSimulations} to {MostSimulations}.");
    });

    public Command Build(Terminal terminal) => Verb.Of(
        "power", "Predict by simulation how wide the intervals will be with more pairs, and which scenarios to sample next.", "prefdissect power -s my.study --judge human", [],
        [study, judge, group, annotator, multiples, simulations, seed, json],
        (parsed, cancellation) =>
        {
            var request = RequestOf(parsed);
            using var opened = Study.OpenToRead(parsed.GetRequiredValue(study));
            var view = TerminalProgress.Run(terminal, progress => PowerWorkflow.Run(opened, request, progress, cancellation));
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, PowerDocument.Of(view, ProvenanceOf(request, view)));
            else Show(terminal, view);
            return ExitCode.Done;
        });

    private static void Show(Terminal terminal, PowerView view)
    {
        TerminalTable.Draw(terminal.Console, PowerTables.Of(view));
        if (PowerTables.Groups(view) is { } groups) TerminalTable.Draw(terminal.Console, groups);
        foreach (var line in PowerTables.Assumptions(view)) terminal.Out.WriteLine($"  {line}");
    }

    private PowerRequest RequestOf(ParseResult parsed) => new(parsed.GetRequiredValue(judge))
    {
        Group = parsed.GetRequiredValue(group),
        Annotator = parsed.GetValue(annotator),
        Options = new PowerOptions
        {
            Multiples = [.. parsed.GetRequiredValue(multiples).Split(',', StringSplitOptions.TrimEntries).Select(Multiple).Distinct().Order()],
            Simulations = parsed.GetValue(simulations),
            Seed = parsed.GetValue(seed),
        },
    };

    private static int Multiple(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var multiple) && multiple is >= 2 and <= LargestMultiple
            ? multiple
            : throw new UsageException($"--multiples holds '{text}'; expected whole numbers from 2 to {LargestMultiple} with commas between, such as 2,5,10.");

    private static Provenance ProvenanceOf(PowerRequest request, PowerView view) => new()
    {
        Command = "power",
        Data = view.DataHash,
        Seed = (ulong)request.Options.Seed,
        Options = new Dictionary<string, string>(FitOptions.Of([view.Forecast.Fit]))
        {
            ["multiples"] = string.Join(",", request.Options.Multiples),
            ["simulations"] = request.Options.Simulations.ToString(CultureInfo.InvariantCulture),
        },
    };
}
