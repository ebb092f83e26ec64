using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary>Options that all ways of judging share, and how their result is shown.</summary>
internal sealed class JudgeOptions
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<string?> name = new("--name") { Description = "The judge's name in the study; the model's where none is given.", HelpName = "JUDGE" };
    private readonly Option<double?> size = new("--size") { Description = "Billions of parameters, kept with the judge.", HelpName = "B" };
    private readonly Option<string> orders = new("--orders") { Description = "both, or one: with the same response as A for every judge, and marked so.", DefaultValueFactory = _ => "both", HelpName = "both|one" };
    private readonly Option<int?> sample = new("--sample") { Description = "Judge only this many pairs, spread evenly over scenarios; a larger sample holds a smaller one.", HelpName = "N" };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> retryFailed = SharedOptions.RetryFailed();
    private readonly Option<bool> estimate = new("--estimate") { Description = "Say what it would take, and send nothing." };
    private readonly Option<bool> json = SharedOptions.Json();

    public JudgeOptions()
    {
        orders.AcceptOnlyFromAmong("both", "one");
        sample.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && given < 1) result.AddError($"--sample is {given}; expected 1 or more.");
        });
        size.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, out var given) && !(given > 0 && double.IsFinite(given))) result.AddError($"--size is {given}; expected more than 0.");
        });
    }

    public ModelOptions Model { get; } = new();

    public IEnumerable<Option> All => [study, .. Model.All, name, size, orders, sample, seed, retryFailed, estimate, json];

    public Study OpenStudy(ParseResult parsed) => Study.Open(parsed.GetRequiredValue(study));

    public string? Name(ParseResult parsed) => parsed.GetValue(name);

    public double? Size(ParseResult parsed) => parsed.GetValue(size);

    public bool AsksBothOrders(ParseResult parsed) => parsed.GetValue(orders) == "both";

    public bool IsEstimate(ParseResult parsed) => parsed.GetValue(estimate);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

    public long Seed(ParseResult parsed) => parsed.GetValue(seed);

    public PairScope Scope(ParseResult parsed) => new() { Sample = parsed.GetValue(sample), Seed = parsed.GetValue(seed), RetriesFailed = parsed.GetValue(retryFailed) };

    /// <summary>Refuses a model where a way of judging asks none.</summary>
    public void RefuseModel(ParseResult parsed, string way)
    {
        if (Model.Name(parsed) is not null) throw new UsageException($"{way} asks no model. Leave out --model, or {way}.");
    }

    /// <summary>Shows what came of judging.</summary>
    public void Show(ParseResult parsed, Terminal terminal, Study opened, JudgeResult result)
    {
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, JudgeDocument.Of(result, new Provenance { Command = "judge", Data = new StudyReader(opened).DataHash().ToString() }));
        else foreach (var line in JudgeLines.Of(result)) terminal.Out.WriteLine(line);
    }
}
