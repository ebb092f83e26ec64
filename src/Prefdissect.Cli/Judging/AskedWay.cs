using System.CommandLine;
using Prefdissect.Judging;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;
using Prefdissect.Workflows.Asking;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary>Runs a way of judging that asks a model: estimates, or asks with progress, shows what came of it and tells how to go on.</summary>
internal static class AskedWay
{
    /// <summary>What asks, and what would be asked.</summary>
    /// <param name="Judge">The judge.</param>
    /// <param name="Run">Asks.</param>
    /// <param name="Estimate">Works out what it would take.</param>
    public sealed record Work(
        JudgeDescription Judge, Func<Study, IModel, IProgress<WorkProgress>, AskingWatch, Task<JudgeResult>> Run, Func<Study, AnswerStore, TokenPrice?, Task<EstimateResult>> Estimate);

    /// <summary>Runs it, and gives the exit code.</summary>
    public static async Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, FirstTokenOptions asking, Terminal terminal, NamedModel named, Aspects aspects, Work work, CancellationToken cancellation)
    {
        using var opened = shared.OpenStudy(parsed);
        if (asking.IsEstimate(parsed))
        {
            using var store = AnswerStore.Open(opened.Path, TimeProvider.System);
            var (price, source) = ModelOptions.PriceOf(named);
            var planned = await work.Estimate(opened, store, price);
            EstimateText.Write(terminal, planned, named, source, shared.IsJson(parsed) ? new Provenance { Command = "judge", Data = new StudyReader(opened).DataHash().ToString() } : null);
            return ExitCode.Done;
        }
        using var told = ModelOptions.TellOfStop(terminal, named, cancellation);
        using var session = shared.Model.Open(parsed, opened.Path, named, terminal, cancellation);
        var asked = await session.OpenAsync(aspects, cancellation);
        if (JudgeChange.Sentence(opened, work.Judge) is { } changed) terminal.Error.WriteLine($"note: {PlainText.OneLine(changed)}");
        var result = TerminalProgress.Run(terminal, progress => work.Run(opened, asked, progress, session.Watch).GetAwaiter().GetResult());
        shared.Show(parsed, terminal, opened, result);
        var failed = result.Counts.Failures.Sum(failure => failure.Pairs);
        if (failed > 0) terminal.Error.WriteLine($"{Rounded.Count(failed)} pairs have no verdict, and are asked again with --retry-failed.");
        return ModelOptions.Ended(terminal, named, result.End, result.Stop, session.Watch.Tally);
    }
}
