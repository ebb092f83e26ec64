using System.CommandLine;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;
using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows.Asking;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary>A model judges by the first token of its answer: what <c>judge</c> does when nothing else is asked for.</summary>
internal sealed class FirstTokenWay : IJudgeWay
{
    private readonly FirstTokenOptions options = new();

    public IEnumerable<Option> Options => options.All;

    /// <summary>Its options, of which other ways that ask a model share some.</summary>
    public FirstTokenOptions Asking => options;

    public bool IsAsked(ParseResult parsed) => true;

    public Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation) =>
        JudgeAsync(parsed, shared, shared.Model.Named(parsed), terminal, cancellation);

    /// <summary>Has a model judge.</summary>
    public async Task<int> JudgeAsync(ParseResult parsed, JudgeOptions shared, NamedModel named, Terminal terminal, CancellationToken cancellation)
    {
        var request = options.Of(parsed, shared, named);
        using var opened = shared.OpenStudy(parsed);
        if (options.IsEstimate(parsed)) return await EstimateAsync(parsed, shared, terminal, opened, request, cancellation);
        var (result, tally) = await AskAsync(parsed, shared, named, opened, terminal, cancellation);
        shared.Show(parsed, terminal, opened, result);
        return Ended(terminal, named, result, tally);
    }

    /// <summary>Whether only an estimate is wanted.</summary>
    public bool IsEstimate(ParseResult parsed) => options.IsEstimate(parsed);

    /// <summary>Has a model judge, and shows nothing of what came of it.</summary>
    public async Task<(JudgeResult Result, AskingTally Tally)> AskAsync(ParseResult parsed, JudgeOptions shared, NamedModel named, Study opened, Terminal terminal, CancellationToken cancellation)
    {
        using var told = ModelOptions.TellOfStop(terminal, named, cancellation);
        using var session = shared.Model.Open(parsed, opened.Path, named, terminal, cancellation);
        var work = await FirstTokenPreparation.PrepareAsync(opened, options.Of(parsed, shared, session.Model), session, cancellation);
        Tell(terminal, opened, work);
        var asked = await session.OpenAsync(Aspects.None, cancellation);
        var tokenizer = session.TokenizerOf(new CapabilityStore(opened).Find(session.Model.Endpoint));
        var result = TerminalProgress.Run(terminal, progress =>
            FirstTokenWorkflow.RunAsync(opened, work, asked, tokenizer, progress, session.Watch, cancellation).GetAwaiter().GetResult());
        return (result, session.Watch.Tally);
    }

    /// <summary>Tells why asking ended and how to go on, and gives the exit code.</summary>
    public static int Ended(Terminal terminal, NamedModel named, JudgeResult result, AskingTally tally)
    {
        var code = ModelOptions.Ended(terminal, named, result.End, result.Stop, tally);
        if (result.Counts.Failures.Count > 0) terminal.Error.WriteLine("Pairs without a verdict are asked again with --retry-failed.");
        return code;
    }

    private static void Tell(Terminal terminal, Study opened, FirstTokenWork work)
    {
        var letters = work.Letters is { } tokens ? $"; letters as tokens: {string.Join(", ", tokens.A.Concat(tokens.B))}" : "";
        terminal.Error.WriteLine($"{PlainText.Name(work.Judge.Name)} is asked by: {KindText.Of(work.Judge)}{letters}; template {PlainText.Name(work.Template.Version)}.");
        if (JudgeChange.Sentence(opened, work.Judge) is { } changed) terminal.Error.WriteLine($"note: {PlainText.OneLine(changed)}");
    }

    private static async Task<int> EstimateAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, Study opened, FirstTokenRequest request, CancellationToken cancellation)
    {
        using var store = AnswerStore.Open(opened.Path, TimeProvider.System);
        var (price, source) = ModelOptions.PriceOf(request.Model);
        var work = FirstTokenPreparation.Assume(opened, request);
        var result = await FirstTokenEstimate.OfAsync(opened, work, store, price, cancellation);
        terminal.Error.WriteLine($"{PlainText.Name(request.Name)} would be asked by: {KindText.Of(work.Judge)}{(new CapabilityStore(opened).Find(request.Model.Endpoint).Software is null ? " (not tried yet)" : "")}.");
        EstimateText.Write(terminal, result, request.Model, source, shared.IsJson(parsed) ? new Provenance { Command = "judge", Data = new StudyReader(opened).DataHash().ToString() } : null);
        return ExitCode.Done;
    }
}
