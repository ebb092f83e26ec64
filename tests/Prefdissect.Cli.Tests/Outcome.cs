using System.Text.Json;

namespace Prefdissect.Cli.Tests;

/// <summary>What a command line did.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">What it wrote to standard output.</param>
/// <param name="Error">What it wrote to standard error.</param>
public sealed record Outcome(int Code, string Out, string Error)
{
    /// <summary>Standard output as exactly one JSON document of a command that succeeded.</summary>
    public JsonElement Json()
    {
        Code.ShouldBe(0, Error);
        return JsonDocument.Parse(Out).RootElement;
    }

    public Outcome Succeeded()
    {
        Code.ShouldBe(0, Error);
        return this;
    }

    /// <summary>The message of a command that refused its input: exit code 2, a word why, no stack trace.</summary>
    public string Refusal()
    {
        Code.ShouldBe(2, Out + Error);
        Error.ShouldNotContain("   at ");
        Error.ShouldNotContain("Exception");
        Error.Trim().ShouldNotBeEmpty();
        return Error;
    }
}
