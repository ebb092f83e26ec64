using Prefdissect.Models.Answers;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Requests;
using Prefdissect.Scripted;

namespace Prefdissect.Tests.Models;

public class BudgetTests
{
    [Fact]
    public async Task Not_one_request_more_than_allowed_is_sent()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 0.3, Faults = [Fault.ServerError] });
        var budget = new Budget(maxRequests: 25);
        using var client = Asked.Client(server, budget: budget);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => client.SendAsync(Asked.Question(i), StructuredOutput.None, CancellationToken.None)));
        server.Tally.Requests.ShouldBe(25);
        outcomes.Count(outcome => outcome.HasAnswer).ShouldBe(server.Tally.Answered);
        outcomes.Where(outcome => !outcome.HasAnswer).ShouldAllBe(outcome => outcome.Failure!.StopsWork);
    }

    [Fact]
    public async Task The_limit_on_cost_is_used_and_never_passed()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { Latency = TimeSpan.FromMilliseconds(5) });
        var price = new TokenPrice(100, 1000, 100);
        // A request is told to cost 0.0104 dollars and may cost up to 0.0528: prices far above real ones, so that few requests show it.
        var budget = new Budget(maxCost: 0.5);
        using var client = Asked.Client(server, budget: budget, price: price);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            client.SendAsync(Asked.Question(i) with { Parameters = new RequestParameters { MaxTokens = 50 } }, StructuredOutput.None, CancellationToken.None)));
        budget.Spent.ShouldBeLessThanOrEqualTo(0.5);
        budget.Spent.ShouldBeGreaterThan(0.4);
        outcomes.Where(outcome => !outcome.HasAnswer).ShouldAllBe(outcome => outcome.Failure!.Reason == FailureReason.CostLimit);
    }

    [Fact]
    public async Task What_may_have_been_charged_is_counted()
    {
        await using var server = await ScriptedServer.StartAsync(new ScriptedOptions { FaultShare = 1, Faults = [Fault.Reset] });
        var budget = new Budget(maxCost: 100);
        using var client = Asked.Client(server, limits => limits with { Retries = 0 }, budget, new TokenPrice(1, 1, 1));
        await client.SendAsync(Asked.Question(1), StructuredOutput.None, CancellationToken.None);
        budget.Spent.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("The quick brown fox jumps over the lazy dog.", 10)]
    [InlineData("internationalization", 4)]
    [InlineData("12345", 2)]
    [InlineData("你好世界", 4)]
    public void Tokens_are_guessed(string text, int tokens) => TokenEstimate.Of(text).ShouldBe(tokens);

    [Fact]
    public void An_estimate_adds_up_by_hand()
    {
        var estimate = WorkEstimate.Of([new("a", 100, 10_000, 2_000), new("b", 50, 5_000, 1_000)], new TokenPrice(2, 8, 1) { BatchFactor = 0.5 }, secondsARequest: 3, concurrency: 10);
        estimate.Requests.ShouldBe(150);
        estimate.Cost!.Value.ShouldBe(((15_000 * 2) + (3_000 * 8)) / 1e6, 1e-12);
        estimate.Time.ShouldBe(TimeSpan.FromSeconds(45));
        WorkEstimate.Of(estimate.Steps, new TokenPrice(2, 8, 1) { BatchFactor = 0.5 }, 3, 10, BatchUse.Batch).Cost!.Value.ShouldBe(estimate.Cost.Value / 2, 1e-12);
        WorkEstimate.Of(estimate.Steps, null, 3, 10).Cost.ShouldBeNull();
    }

    [Fact]
    public void Cached_tokens_cost_what_cached_tokens_cost() => new TokenPrice(2, 8, 0.5).Of(new TokenUsage(1_000_000, 500_000, 400_000)).ShouldBe(1.2 + 0.2 + 4, 1e-12);
}
