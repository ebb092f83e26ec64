using Prefdissect.Models.Asking;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Scripted;

namespace Prefdissect.Tests.Models;

/// <summary>Short ways to ask a scripted server.</summary>
internal static class Asked
{
    public const string RatingSchema = """{"type":"object","properties":{"clear":{"type":"integer","minimum":0,"maximum":3}},"required":["clear"],"additionalProperties":false}""";

    public static NamedModel Model(ScriptedServer server, Func<EndpointLimits, EndpointLimits>? limits = null)
    {
        var endpoint = Endpoint.Of("scripted", server.Url);
        var usual = endpoint.Limits with { TimeLimit = TimeSpan.FromSeconds(20), LongestPause = TimeSpan.FromMilliseconds(200) };
        return new NamedModel("scripted", endpoint with { Limits = limits?.Invoke(usual) ?? usual }, new ParameterOverrides(), null);
    }

    public static ModelClient Client(ScriptedServer server, Func<EndpointLimits, EndpointLimits>? limits = null, Budget? budget = null, TokenPrice? price = null, Action<AttemptNotice>? notice = null) =>
        Client(Model(server, limits), budget, price, notice);

    public static ModelClient Client(NamedModel model, Budget? budget = null, TokenPrice? price = null, Action<AttemptNotice>? notice = null, ApiKey? key = null) => new(
        model, key, new ModelClientOptions { Time = TimeProvider.System, Budget = budget ?? new Budget(), Price = price, Notice = notice ?? (_ => { }) });

    public static ModelRequest Question(int number) => ModelRequest.Chat("test-1", Message.User($"Question {number}?")) with { Step = "test" };

    public static ModelRequest Rating(int number) => Question(number) with { Schema = new AnswerSchema("rating", RatingSchema) };

    public static ApiKey Key(string secret) => KeySource.FromEnvironment("A_KEY", isNeeded: true).Read(_ => secret)!;
}
