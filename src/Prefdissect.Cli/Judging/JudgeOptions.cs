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
    private readonly Option<bool> json = SharedOptions.Json();

    public JudgeOptions() => size.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, out var given) && !(given > 0 && double.IsFinite(given))) result.AddError($"--size is {given}; expected more than 0.");
    });

    public ModelOptions Model { get; } = new();

    public IEnumerable<Option> All => [study, .. Model.All, name, size, json];

    public Study OpenStudy(ParseResult parsed) => Study.Open(parsed.GetRequiredValue(study));

    public string? Name(ParseResult parsed) => parsed.GetValue(name);

    public double? Size(ParseResult parsed) => parsed.GetValue(size);

    public bool IsJson(ParseResult parsed) => parsed.GetValue(json);

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
