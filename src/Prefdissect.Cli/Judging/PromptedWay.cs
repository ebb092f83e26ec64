using System.CommandLine;
using System.Text;
using Prefdissect.Judging.Prompted;
using Prefdissect.Models.Capabilities;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary><c>judge --reasons</c>: a model gives its reasons and a verdict in words.</summary>
internal sealed class PromptedWay(FirstTokenOptions asking) : IJudgeWay
{
    private const int UsualMaxTokens = 1024;
    private const int LongestRubric = 64 * 1024;

    private readonly Option<bool> reasons = new("--reasons") { Description = "Ask the model for its reasons and a verdict in words, in both orders, instead of for a letter." };
    private readonly Option<bool> ties = new("--ties") { Description = "Offer a tie; with --reasons." };
    private readonly Option<string?> rubric = new("--rubric") { Description = "Judge by what this text file says; with --reasons.", HelpName = "FILE" };

    public IEnumerable<Option> Options => [reasons, ties, rubric];

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(reasons) || parsed.GetValue(ties) || parsed.GetValue(rubric) is not null;

    public Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation)
    {
        var named = shared.Model.Named(parsed);
        var question = new VerdictQuestion(parsed.GetValue(ties), RubricOf(parsed.GetValue(rubric)));
        var work = new PromptedRequest(shared.Name(parsed) ?? named.Name, named, question, shared.Model.MaxTokens(parsed, UsualMaxTokens))
        {
            AsksBothOrders = asking.AsksBothOrders(parsed),
            Scope = asking.Scope(parsed),
            Size = shared.Size(parsed),
        };
        return AskedWay.RunAsync(parsed, shared, asking, terminal, named, Aspects.Structured, new AskedWay.Work(
            work.Judge,
            (study, model, progress, watch) => PromptedWorkflow.RunAsync(study, work, model, progress, watch, cancellation),
            (study, store, price) => PromptedWorkflow.EstimateAsync(study, work, store, price, cancellation)), cancellation);
    }

    private static string? RubricOf(string? file)
    {
        if (file is null) return null;
        if (!File.Exists(file)) throw new UsageException($"{file}: there is no such file. --rubric is a text file that says what to judge by.");
        if (new FileInfo(file).Length > LongestRubric) throw new UsageException($"{file}: more than {LongestRubric / 1024} KiB, sent with every question; expected a text that says what to judge by.");
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim();
            return text.Length > 0 ? text : throw new UsageException($"{file}: an empty file; expected a text that says what to judge by.");
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{file}: no text in UTF-8; expected a text that says what to judge by. Save it as UTF-8.");
        }
    }
}
