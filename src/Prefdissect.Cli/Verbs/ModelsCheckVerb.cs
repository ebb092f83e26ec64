using System.CommandLine;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>models check</c>: finds out what an endpoint can do.</summary>
internal sealed class ModelsCheckVerb : IVerb
{
    private readonly Argument<string?> name = new("NAME") { Description = $"A name of {ModelsFile.FileName}, or a model's own; all of the file where none is given.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> baseUrl = new("--base-url") { Description = "Where its server is, such as http://localhost:8000/v1.", HelpName = "URL" };
    private readonly Option<string?> study = new("--study", "-s") { Description = "Keep what is found in this study, in place of what it knows of the endpoint.", HelpName = "STUDY" };
    private readonly Option<bool> settings = new("--settings") { Description = "Show the settings that would be used, and send nothing." };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "check", "Send a few tiny requests and say what an endpoint can do, because that decides what works.", "prefdissect models check gpt-4o --settings", [name], [baseUrl, study, settings, json],
        (parsed, cancellation) =>
        {
            if (parsed.GetValue(study) is not null && parsed.GetValue(settings)) throw new UsageException("--settings finds nothing out that --study could keep; leave one of them out.");
            using var opened = parsed.GetValue(study) is { } path ? Study.Open(path) : null;
            var results = Models(parsed).Select(model => parsed.GetValue(settings)
                ? new ModelCheckResult(model, ModelCapabilities.Unknown, null)
                : ModelCheckWorkflow.RunAsync(model, Environment.GetEnvironmentVariable, TimeProvider.System, cancellation).GetAwaiter().GetResult()).ToList();
            foreach (var notice in results.Select(result => result.Notice).OfType<string>()) terminal.Error.WriteLine($"warning: {notice}");
            if (opened is not null) ModelCheckWorkflow.Keep(opened, results);
            if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, ModelsCheckDocument.Of(results, new Provenance { Command = "models check" }));
            else Show(terminal, results);
            return results.Exists(result => result.Problem is not null) ? ExitCode.Failed : ExitCode.Done;
        });

    private static void Show(Terminal terminal, IReadOnlyList<ModelCheckResult> results)
    {
        foreach (var result in results)
        {
            TerminalTable.Draw(terminal.Console, AskingTables.Of(result));
            if (result.Problem is { } problem) terminal.Error.WriteLine($"error: {PlainText.OneLine(problem)}");
        }
    }

    private IReadOnlyList<NamedModel> Models(ParseResult parsed)
    {
        var file = ModelsFile.ReadIfThere(ModelsFile.FileName);
        if (parsed.GetValue(name) is { } named) return [file.Find(named, parsed.GetValue(baseUrl))];
        return file.Models.Count > 0 ? [.. file.Models.Values] : throw new UsageException($"Which model? There is no {ModelsFile.FileName} with models in this folder; name one: prefdissect models check NAME --base-url URL.");
    }
}
