using System.CommandLine;

namespace Prefdissect.Cli.Judging;

/// <summary>One way in which <c>judge</c> comes to verdicts: its options, and what it does. A new way is a class and a line in <see cref="Verbs.JudgeVerb"/>.</summary>
internal interface IJudgeWay
{
    /// <summary>The options that only this way has.</summary>
    IEnumerable<Option> Options { get; }

    /// <summary>Whether the command line asks for this way.</summary>
    bool IsAsked(ParseResult parsed);

    /// <summary>Judges, prints what came of it, and gives the exit code.</summary>
    Task<int> RunAsync(ParseResult parsed, JudgeOptions shared, Terminal terminal, CancellationToken cancellation);
}
