using System.CommandLine;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Workflows.Bench;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>bench</c>: times what must be fast.</summary>
internal sealed class BenchVerb : IVerb
{
    private const string Tables = "tables";
    private const string Paper = "paper";
    private const string Posterior = "posterior";
    private const string Shapley = "shapley";

    // Enough for the median fit to reach the effective sample size that Stan has at 2,000 draws.
    private const int PaperDraws = 1000;

    private readonly Argument<string> what = new("WHAT") { Description = "posterior: the sampler; shapley: exact Shapley values, beside permutation sampling." };
    private readonly Option<string> workload = new("--workload") { Description = "tables (single posteriors on one core) or paper (33 judges × 16 groups × 10 folds).", DefaultValueFactory = _ => Tables };
    private readonly Option<int[]> rows = new("--rows") { Description = "Sizes of the tables.", DefaultValueFactory = _ => [360, 740], AllowMultipleArgumentsPerToken = true, HelpName = "N" };
    private readonly Option<int> repeats = new("--repeats") { Description = "Timed runs: of a table with different seeds, or of all Shapley values.", DefaultValueFactory = _ => 7, HelpName = "N" };
    private readonly Option<int> draws = new("--draws") { Description = "Draws a chain in the paper's workload.", DefaultValueFactory = _ => PaperDraws, HelpName = "N" };
    private readonly Option<int> threads = new("--threads") { Description = "Fits at once in the paper's workload, or threads of the Shapley values.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal)
    {
        what.AcceptOnlyFromAmong(Posterior, Shapley);
        workload.AcceptOnlyFromAmong(Tables, Paper);
        return Verb.Of(
            "bench", "Time what must be fast, on reference data where PREFDISSECT_REFERENCE and PREFDISSECT_DATA name them, on made-up data elsewhere.",
            "prefdissect bench posterior --rows 360 --repeats 3", [what], [workload, rows, repeats, draws, threads, json],
            (parsed, cancellation) => (parsed.GetRequiredValue(what), parsed.GetValue(workload)) switch
            {
                (Shapley, _) => RunShapley(parsed, terminal, cancellation),
                (_, Paper) => RunPaper(parsed, terminal, cancellation),
                _ => RunTables(parsed, terminal, cancellation),
            });
    }

    private int RunShapley(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetValue(repeats) < 1 || parsed.GetValue(threads) < 1) throw new UsageException("--repeats and --threads are 1 or more.");
        var result = ShapleyBenchWorkflow.Run(PaperWorkload.Pairs, parsed.GetValue(repeats), parsed.GetValue(threads), TimeProvider.System, cancellation);
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, new ShapleyBenchDocument(new Provenance { Command = "bench shapley" }, result));
        else TerminalTable.Draw(terminal.Console, BenchTables.Of(result));
        return ExitCode.Done;
    }

    private int RunTables(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var folder = Environment.GetEnvironmentVariable("PREFDISSECT_REFERENCE");
        var results = parsed.GetRequiredValue(rows)
            .Select(size => PosteriorBenchWorkflow.Run(BenchData.Of(size, folder), parsed.GetValue(repeats), TimeProvider.System, cancellation)).ToList();
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, new PosteriorBenchDocument(new Provenance { Command = "bench posterior" }, results));
        else TerminalTable.Draw(terminal.Console, BenchTables.Of(results));
        return ExitCode.Done;
    }

    private int RunPaper(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var index = Environment.GetEnvironmentVariable("PREFDISSECT_DATA") is { } folder ? Path.Combine(folder, "gair", "query_aware_idxs.json") : null;
        var data = PaperWorkload.Of(File.Exists(index) ? index : null);
        var options = new NutsOptions { Draws = parsed.GetValue(draws), Parallelism = parsed.GetValue(threads) };
        var result = TerminalProgress.Run(terminal, progress => PaperBenchWorkflow.Run(data, options, TimeProvider.System, progress, cancellation));
        if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, PaperBenchDocument.Of(result, new Provenance { Command = "bench posterior --workload paper" }));
        else TerminalTable.Draw(terminal.Console, BenchTables.Of(result));
        return ExitCode.Done;
    }
}
