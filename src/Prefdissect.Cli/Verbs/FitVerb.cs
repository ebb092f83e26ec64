using System.CommandLine;
using System.CommandLine.Parsing;
using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.Writers;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>fit</c>: fits the judges of a study, or any numeric table.</summary>
internal sealed class FitVerb : IVerb
{
    private static readonly DissectionOptions Defaults = new();

    private readonly Option<string?> study = new("--study", "-s") { Description = "The study to fit.", HelpName = "STUDY" };
    private readonly Option<string?> design = new("--design") { Description = "Instead of a study: a CSV table with a column y (0/1) and numeric columns.", HelpName = "FILE" };
    private readonly Option<string[]> judges = SharedOptions.Judges("Fit this judge; all where none is named.");
    private readonly Option<string[]> groups = SharedOptions.Groups("Fit this group, however small; where none is named, all and every group with at least 100 usable pairs.");
    private readonly Option<string?> annotator = SharedOptions.Annotator();
    private readonly Option<string?> annotatorError = new("--annotator-error")
    {
        Description = "Correct the weights for the annotator's mistakes, as far as the ratings of TRUSTED, on pairs that both rated, show them.",
        HelpName = "TRUSTED",
    };

    private readonly Option<string> ties = new("--ties") { Description = "Ties are left out (drop) or count half each way (half).", DefaultValueFactory = _ => "drop" };
    private readonly Option<string> control = new("--control") { Description = "Hold fixed who wrote the responses (model), or nothing (none).", DefaultValueFactory = _ => "none" };
    private readonly Option<bool> withoutFlagged = new("--without-flagged") { Description = "Leave out pairs that hold a response with signs of manipulation; where not given, they count." };
    private readonly Option<string> prior = new("--prior") { Description = "Prior of every weight: laplace:SCALE, normal:SCALE or horseshoe:SCALE.", DefaultValueFactory = _ => Defaults.Prior, HelpName = "PRIOR" };
    private readonly Option<bool> intercept = new("--intercept") { Description = "With --design: add an intercept, under a Normal(0, 2.5) prior of its own." };
    private readonly Option<int> chains = Count("--chains", "Chains.", Defaults.Chains);
    private readonly Option<int> warmup = Count("--warmup", "Warm-up steps a chain.", Defaults.Warmup);
    private readonly Option<int> draws = Count("--draws", "Draws kept a chain.", Defaults.Draws);
    private readonly Option<string> folds = new("--folds")
    {
        Description = "Leave a tenth of the pairs out in turn: whole queries (query), single pairs as in the paper (paper), or nothing (none).",
        DefaultValueFactory = _ => "query",
    };

    private readonly Option<int?> foldDraws = new("--fold-draws") { Description = "Draws kept a chain in the fits of the folds; where not given as --draws, and no more than 1000.", HelpName = "N" };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<int> threads = Count("--threads", "Fits (for --design, chains) at once; does not change a digit.", Environment.ProcessorCount);
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal)
    {
        ties.AcceptOnlyFromAmong("drop", "half");
        control.AcceptOnlyFromAmong("none", "model");
        folds.AcceptOnlyFromAmong("query", "paper", "none");
        foldDraws.Validators.Add(result => RequirePositive(result, "--fold-draws"));
        return Verb.Of(
            "fit", "Fit what each judge prefers, in every group of a study; or fit any numeric table.", "prefdissect fit -s my.study", [],
            [study, design, judges, groups, annotator, annotatorError, ties, control, withoutFlagged, prior, intercept, chains, warmup, draws, folds, foldDraws, seed, threads, json],
            (parsed, cancellation) => parsed.GetValue(design) is { } file ? FitDesign(parsed, file, terminal, cancellation) : FitStudy(parsed, terminal, cancellation));
    }

    private static Option<int> Count(string name, string description, int value)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => value, HelpName = "N" };
        option.Validators.Add(result => RequirePositive(result, name));
        return option;
    }

    private static void RequirePositive(OptionResult result, string name)
    {
        if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && given < 1) result.AddError($"{name} is {given}; expected 1 or more.");
    }

    private int FitStudy(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var path = parsed.GetValue(study) ?? throw new UsageException("What is to be fitted? Name a study with -s STUDY or a table with --design FILE.");
        if (parsed.GetValue(intercept))
            throw new UsageException("--intercept goes with --design: which response of a pair is called A carries no meaning, so the fits of a study have none.");
        var request = new FitRequest
        {
            Judges = parsed.GetRequiredValue(judges),
            Groups = parsed.GetRequiredValue(groups),
            Annotator = parsed.GetValue(annotator),
            AnnotatorError = parsed.GetValue(annotatorError),
            Threads = parsed.GetValue(threads),
            Options = Options(parsed),
        };
        using var opened = Study.Open(path);
        var result = TerminalProgress.Run(terminal, progress => FitWorkflow.Run(opened, request, progress, cancellation));
        VersionNote.Write(terminal, opened, result.Annotator);
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, FitDocument.Of(result, ProvenanceOf(parsed, new StudyReader(opened).DataHash().ToString())));
        }
        else
        {
            TerminalTable.Draw(terminal.Console, WorkTables.Of(result));
            if (result.Mistakes is { } mistakes) TerminalTable.Draw(terminal.Console, CorrectionLines.Of(mistakes));
            foreach (var line in WorkTables.LinesUnder(result)) terminal.Error.WriteLine(line);
            terminal.Error.WriteLine($"Next: prefdissect dissect -s {ShellWord.Of(path)}{(parsed.GetValue(annotator) is { } name ? $" --annotator {ShellWord.Of(name)}" : "")}");
        }
        if (result.Fitted.Count + result.Reused.Count > 0) return ExitCode.Done;
        terminal.Error.WriteLine("error: Nothing could be fitted. `prefdissect doctor` tells what the study allows.");
        return ExitCode.Failed;
    }

    private int FitDesign(ParseResult parsed, string file, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetValue(study) is not null) throw new UsageException("Name a study with -s or a table with --design, not both.");
        if (parsed.GetValue(annotatorError) is not null) throw new UsageException("--annotator-error goes with -s: a table has no annotator whose mistakes could be measured.");
        if (parsed.GetValue(withoutFlagged)) throw new UsageException("--without-flagged goes with a study: a table has no responses.");
        var fit = Options(parsed);
        var options = new NutsOptions { Chains = fit.Chains, Warmup = fit.Warmup, Draws = fit.Draws, Seed = (ulong)fit.Seed, Parallelism = parsed.GetValue(threads) };
        var ofIntercept = parsed.GetValue(intercept) ? DesignFitWorkflow.InterceptPrior : null;
        var result = DesignFitWorkflow.Run(file, PriorSpecification.Parse(fit.Prior), ofIntercept, options, TimeProvider.System, cancellation);
        var provenance = ProvenanceOf(parsed, null);
        if (ofIntercept is not null) provenance = provenance with { Options = new Dictionary<string, string>(provenance.Options) { ["intercept"] = ofIntercept.ToString() } };
        if (parsed.GetValue(json))
        {
            DocumentJson.Write(terminal.Out, DesignFitDocument.Of(result, provenance));
            return ExitCode.Done;
        }
        TerminalTable.Draw(terminal.Console, DesignFitTable.Of(result));
        foreach (var problem in result.Summary.Health.Problems) terminal.Error.WriteLine($"warning: {problem}");
        return ExitCode.Done;
    }

    private DissectionOptions Options(ParseResult parsed) => new()
    {
        Prior = Checked(parsed.GetRequiredValue(prior)),
        Chains = parsed.GetValue(chains),
        Warmup = parsed.GetValue(warmup),
        Draws = parsed.GetValue(draws),
        Seed = parsed.GetValue(seed),
        Ties = parsed.GetValue(ties) == "half" ? TieRule.Half : TieRule.Drop,
        Control = parsed.GetValue(control) == "model" ? Control.Model : Control.None,
        Flags = parsed.GetValue(withoutFlagged) ? FlagRule.LeaveOut : FlagRule.Count,
        Folds = FoldText.Parse(parsed.GetRequiredValue(folds)),
        FoldDraws = parsed.GetValue(foldDraws),
    };

    private static string Checked(string text)
    {
        try
        {
            PriorSpecification.Parse(text);
            return text;
        }
        catch (FormatException error)
        {
            throw new UsageException($"--prior: {error.Message}");
        }
    }

    private Provenance ProvenanceOf(ParseResult parsed, string? data)
    {
        var options = new Dictionary<string, string>
        {
            ["prior"] = parsed.GetRequiredValue(prior),
            ["ties"] = parsed.GetRequiredValue(ties),
            ["control"] = parsed.GetRequiredValue(control),
            ["flags"] = parsed.GetValue(withoutFlagged) ? "leave-out" : "count",
            ["chains"] = $"{parsed.GetValue(chains)}",
            ["warmup"] = $"{parsed.GetValue(warmup)}",
            ["draws"] = $"{parsed.GetValue(draws)}",
            ["folds"] = parsed.GetRequiredValue(folds),
            ["foldDraws"] = $"{Options(parsed).DrawsOfFold}",
        };
        if (parsed.GetValue(annotatorError) is { } trusted) options.Add("annotatorError", trusted);
        return new Provenance { Command = "fit", Data = data, Seed = (ulong)parsed.GetValue(seed), Options = options };
    }
}
