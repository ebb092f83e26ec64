using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Prefdissect.Cli.Verbs;
using Prefdissect.Importing;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli;

/// <summary>The whole command line: its verbs, and what becomes of failures.</summary>
internal static class PrefdissectCommand
{
    /// <summary>Every verb, in the order in which help lists them. A new verb is a class and a line here.</summary>
    private static IReadOnlyList<IVerb> Verbs() =>
    [
        new DemoVerb(), new ImportVerb(), new PropertiesVerb(), new ModelsVerb(), new ScenarioVerb(), new ReferenceVerb(), new AnnotateVerb(), new JudgeVerb(), new AddJudgeVerb(), new JudgesVerb(), new AgreementVerb(), new FitVerb(), new DissectVerb(), new SimilarityVerb(), new ContrastVerb(), new SamplesVerb(), new ExplainVerb(), new ReportVerb(), new PowerVerb(),
        new ExportVerb(), new DoctorVerb(), new ServeVerb(), new SimulateVerb(), new BenchVerb(),
    ];

    /// <summary>Runs a command line and gives the exit code.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="stopping">Stops the work, for which it has the time that it needs: answers under way are paid.</param>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken stopping = default)
    {
        var debug = Debug();
        var parsed = Root(terminal, debug).Parse(args);
        try
        {
            // Without a word there is nothing to correct, and all of the help is the answer.
            if (parsed.Action is ParseErrorAction && args.Length > 0)
            {
                UsageErrors.Write(parsed, terminal.Error);
                return ExitCode.BadInput;
            }
            var configuration = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            var code = await parsed.InvokeAsync(configuration, stopping);
            return parsed.Action is ParseErrorAction ? ExitCode.BadInput : code;
        }
        catch (Exception error)
        {
            return Report(StudyProblem.In(StudyOf(parsed), error) ?? error, terminal, parsed.GetValue(debug));
        }
    }

    /// <summary>The root with every verb and its options.</summary>
    public static RootCommand Root(Terminal terminal) => Root(terminal, Debug());

    private static Option<bool> Debug() => new("--debug") { Description = "Show where in the program a failure came from.", Recursive = true };

    private static RootCommand Root(Terminal terminal, Option<bool> debug)
    {
        var root = new RootCommand("Prefdissect tells what a judge really prefers: feed it pairs of answers and who won.\n\nTry first:\n  prefdissect demo");
        root.Add(debug);
        foreach (var verb in Verbs()) root.Add(verb.Build(terminal));
        return root;
    }

    // Every verb that uses a study has its name in one of these.
    private static string StudyOf(ParseResult parsed) =>
        parsed.CommandResult.Children.Select(child => child switch
        {
            OptionResult { Option.Name: "--study", Option: Option<string[]> } several => several.GetValueOrDefault<string[]>()?.FirstOrDefault(),
            OptionResult { Option.Name: "--study" or "--out" } option => option.GetValueOrDefault<string?>(),
            ArgumentResult { Argument: Argument<string> } argument => argument.GetValueOrDefault<string?>(),
            _ => null,
        }).FirstOrDefault(found => found is not null) ?? "the study";

    private static int Report(Exception error, Terminal terminal, bool debug)
    {
        if (error is OperationCanceledException)
        {
            terminal.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        terminal.Error.WriteLine(debug ? error.ToString() : $"error: {PlainText.OneLine(error.Message)}");
        if (error is ImportException { Problems.Count: > 1 } several && !debug)
        {
            foreach (var problem in several.Problems.Skip(1)) terminal.Error.WriteLine($"  also: {PlainText.OneLine(problem.ToString())}");
            if (several.Count > several.Problems.Count) terminal.Error.WriteLine($"  … and {several.Count - several.Problems.Count} more");
        }
        // The limit was reached before the work itself began: while finding out what the server can do.
        if (error is Models.Asking.ModelUnavailableException { Failure.Reason: Models.Answers.FailureReason.CostLimit or Models.Answers.FailureReason.RequestLimit }) return ExitCode.ConditionNotMet;
        return error is UsageException or StudyException { IsFileAtFault: true } or RequestException or ImportException or InvalidDataException or DirectoryNotFoundException or Models.Endpoints.ModelSettingsException ? ExitCode.BadInput : ExitCode.Failed;
    }
}
