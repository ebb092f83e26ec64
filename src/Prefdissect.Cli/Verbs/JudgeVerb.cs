using System.CommandLine;
using Prefdissect.Cli.Judging;

namespace Prefdissect.Cli.Verbs;

/// <summary><c>judge</c>: makes a judge of a model, a person, a jury or a file of labels.</summary>
internal sealed class JudgeVerb : IVerb
{
    private readonly JudgeOptions shared = new();

    // Asked in this order; the last one is what `judge` does when nothing else is asked for.
    private readonly IReadOnlyList<IJudgeWay> ways;

    public JudgeVerb()
    {
        var firstToken = new FirstTokenWay();
        ways =
        [
            new FileWay(),
            new JuryWay(),
            new PersonWay(firstToken.Asking),
            new PromptedWay(firstToken.Asking),
            new ScoreWay(firstToken.Asking),
            firstToken,
        ];
    }

    public Command Build(Terminal terminal) => Verb.Of(
        "judge", "Have a judge vote on the pairs of a study: by first-token preferences of a model, in both orders.",
        "prefdissect judge -s my.study --base-url http://localhost:8080/v1 --model llama-3-8b --estimate", [],
        [.. shared.All, .. ways.SelectMany(way => way.Options)],
        (parsed, cancellation) => WayOf(parsed).RunAsync(parsed, shared, terminal, cancellation).GetAwaiter().GetResult());

    private IJudgeWay WayOf(ParseResult parsed)
    {
        var asked = ways.SkipLast(1).Where(way => way.IsAsked(parsed)).ToList();
        return asked.Count < 2
            ? asked.FirstOrDefault(ways[^1])
            : throw new UsageException($"{NameOf(asked[0])} and {NameOf(asked[1])} are two ways of judging. Give one of them, and judge again with the other under another name.");
    }

    private static string NameOf(IJudgeWay way) => way.Options.First().Name;
}
