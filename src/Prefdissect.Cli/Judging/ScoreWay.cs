using System.CommandLine;
using Prefdissect.Judging.Scoring;
using Prefdissect.Models.Capabilities;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary><c>judge --score</c>: each response is scored alone.</summary>
internal sealed class ScoreWay : IJudgeWay
{
    private const int UsualMaxTokens = 256;

    private readonly FirstTokenOptions asking;
    private readonly Option<string?> score = new("--score") { Description = "Score each response alone: by a reward model (vLLM's /pooling), or by a chat that is asked for a number from 0 to 10.", HelpName = "reward|chat" };

    public ScoreWay(FirstTokenOptions asking)
    {
        this.asking = asking;
        score.AcceptOnlyFromAmong("reward", "chat");
    }

    public IEnumerable<Option> Options => [score];

    public bool IsAsked(ParseResult parsed) => parsed.GetValue(score) is not null;

    public Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation)
    {
        var named = shared.Model.Named(parsed);
        var source = parsed.GetValue(score) == "reward" ? ScoreSource.Reward : ScoreSource.Chat;
        var work = new ScoreRequest(shared.Name(parsed) ?? named.Name, named, new ScoreQuestion(source), shared.Model.MaxTokens(parsed, UsualMaxTokens))
        {
            Scope = asking.Scope(parsed),
            Size = shared.Size(parsed),
        };
        return AskedWay.RunAsync(parsed, shared, asking, terminal, named, source == ScoreSource.Chat ? Aspects.Structured : Aspects.None, new AskedWay.Work(
            work.Judge,
            (study, model, progress, watch) => ScoreWorkflow.RunAsync(study, work, model, progress, watch, cancellation),
            (study, store, price) => ScoreWorkflow.EstimateAsync(study, work, store, price, cancellation)), cancellation);
    }
}
