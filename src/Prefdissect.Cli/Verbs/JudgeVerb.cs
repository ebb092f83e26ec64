using System.CommandLine;
using Prefdissect.Cli.Judging;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>judge</c>: makes a judge of a model, a person, a jury or a file of labels.</summary>
internal sealed class JudgeVerb : IVerb
{
    private readonly JudgeOptions shared = new();

    // Asked in this order; the last one is what `judge` does when nothing else is asked for.
    private readonly IReadOnlyList<IJudgeWay> ways = [new FirstTokenWay()];

    public Command Build(Terminal terminal) => Verb.Of(
        "judge", "Have a judge vote on the pairs of a study: by first-token preferences of a model, in both orders.",
        "prefdissect judge -s my.study --base-url http://localhost:8080/v1 --model llama-3-8b --estimate", [],
        [.. shared.All, .. ways.SelectMany(way => way.Options)],
        (parsed, cancellation) => ways.First(way => way.IsAsked(parsed)).RunAsync(parsed, shared, terminal, cancellation).GetAwaiter().GetResult());
}
