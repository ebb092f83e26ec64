using System.CommandLine;
using Prefdissect.Reporting;
using Prefdissect.Reporting.Documents;
using Prefdissect.Simulating;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>simulate</c>: makes a study whose truth is known.</summary>
internal sealed class SimulateVerb : IVerb
{
    private const int MostJudges = 1000;

    private readonly Option<string> study = SharedOptions.Study();
    private readonly Option<int> pairs = new("--pairs") { Description = "How many pairs.", DefaultValueFactory = _ => 5240, HelpName = "N" };
    private readonly Option<int> judges = new("--judges") { Description = "How many simulated judges.", DefaultValueFactory = _ => 8, HelpName = "N" };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> json = SharedOptions.Json();

    public Command Build(Terminal terminal) => Verb.Of(
        "simulate", "Make a study of simulated pairs and judges whose tastes are known. Everything in it is marked as simulated.",
        "prefdissect simulate -s sim.study --pairs 5240 --judges 8 --seed 1", [], [study, pairs, judges, seed, json],
        (parsed, cancellation) =>
        {
            var path = parsed.GetRequiredValue(study);
            var options = Options(parsed);
            using var opened = Study.OpenOrCreate(path);
            try
            {
                var counts = TerminalProgress.Run(terminal, progress => SimulateWorkflow.Run(opened, options, progress, cancellation));
                if (parsed.GetValue(json)) DocumentJson.Write(terminal.Out, SimulationDocument.Of(counts, options, ProvenanceOf(parsed, opened)));
                else TerminalTable.Draw(terminal.Console, WorkTables.Of(counts));
            }
            catch
            {
                opened.DiscardIfCreated();
                throw;
            }
            terminal.Error.WriteLine($"Everything in {path} is simulated. Next: prefdissect annotate -s {ShellWord.Of(path)} --annotator surface");
            return ExitCode.Done;
        });

    private SimulationOptions Options(ParseResult parsed)
    {
        var (pairCount, judgeCount, start) = (parsed.GetValue(pairs), parsed.GetValue(judges), parsed.GetValue(seed));
        if (pairCount < 1) throw new UsageException($"--pairs is {pairCount}; expected 1 or more.");
        if (judgeCount is < 1 or > MostJudges) throw new UsageException($"--judges is {judgeCount}; expected 1 to {MostJudges}.");
        return new SimulationOptions(pairCount, SimulatedJudges.Take(judgeCount, (ulong)start), (ulong)start);
    }

    private Provenance ProvenanceOf(ParseResult parsed, Study opened) => new()
    {
        Command = "simulate",
        Seed = (ulong)parsed.GetValue(seed),
        Data = new StudyReader(opened).DataHash().ToString(),
        Options = new Dictionary<string, string> { ["pairs"] = $"{parsed.GetValue(pairs)}", ["judges"] = $"{parsed.GetValue(judges)}" },
    };
}
