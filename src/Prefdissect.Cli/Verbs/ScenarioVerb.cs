using System.CommandLine;
using Prefdissect.Annotating.Scenarios;
using Prefdissect.Models.Capabilities;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>scenario</c>: tells the scenario of queries.</summary>
internal sealed class ScenarioVerb : IVerb
{
    private readonly Option<string> study = SharedOptions.Study();
    private readonly ModelOptions model = new();
    private readonly Option<string> by = new("--by") { Description = "Who tells: model, or words (offline, by the words of the query alone; right in about half of the cases).", DefaultValueFactory = _ => "model", HelpName = "model|words" };
    private readonly Option<string?> groups = new("--groups") { Description = "YAML file: a group a field, with the list of its scenarios.", HelpName = "FILE" };
    private readonly Option<string?> prompts = new("--prompts") { Description = "Folder with texts that replace those of the questions.", HelpName = "DIR" };
    private readonly Option<bool> retryFailed = SharedOptions.RetryFailed();
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal)
    {
        by.AcceptOnlyFromAmong("model", "words");
        return Verb.Of(
            "scenario", "Tell the scenario of every query, and with it a group to fit. Votes that name a scenario keep theirs.", "prefdissect scenario -s my.study --by words", [],
            [study, .. model.All, by, groups, prompts, retryFailed, json], (parsed, cancellation) => RunAsync(parsed, terminal, cancellation).GetAwaiter().GetResult());
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var mapping = GroupsOf(parsed.GetValue(groups));
        using var opened = Study.Open(parsed.GetRequiredValue(study));
        if (parsed.GetValue(by) == "words")
        {
            Show(parsed, terminal, opened, ScenarioWorkflow.ByWords(opened, mapping, cancellation));
            terminal.Error.WriteLine("Where a model told a scenario, that one counts. Words alone are right in about half of the cases (docs/scenarios.md); a model tells better: --model NAME.");
            return ExitCode.Done;
        }
        var named = model.Named(parsed);
        using var told = ModelOptions.TellOfStop(terminal, named, cancellation);
        using var session = model.Open(parsed, opened.Path, named, terminal, cancellation);
        var asked = await session.OpenAsync(Aspects.Structured, cancellation);
        var work = new ScenarioRequest(named, AnnotationOptions.PromptsOf(parsed.GetValue(prompts)), mapping) { RetriesFailed = parsed.GetValue(retryFailed) };
        var result = TerminalProgress.Run(terminal, progress =>
            ScenarioWorkflow.ByModelAsync(opened, work, asked, progress, session.Watch, cancellation).GetAwaiter().GetResult());
        Show(parsed, terminal, opened, result);
        return ModelOptions.Ended(terminal, named, result.End, result.Stop, session.Watch.Tally);
    }

    private void Show(ParseResult parsed, Terminal terminal, Study opened, ScenarioResult result)
    {
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, ScenarioDocument.Of(result, new Provenance { Command = "scenario", Data = new StudyReader(opened).DataHash().ToString() }));
            return;
        }
        TerminalTable.Draw(terminal.Console, AskingTables.Of(result));
        foreach (var (reason, count) in result.Failures) terminal.Error.WriteLine($"  no scenario, {reason}: {count}");
        if (result.Failed > 0) terminal.Error.WriteLine($"{Rounded.Count(result.Failed)} queries failed, and are asked again with --retry-failed.");
    }

    private static ScenarioGroups GroupsOf(string? file)
    {
        if (file is null) return ScenarioGroups.Published;
        return File.Exists(file) ? ScenarioGroups.Read(file) : throw new UsageException($"{file}: there is no such file.");
    }
}
