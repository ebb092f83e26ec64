using System.CommandLine;
using Prefdissect.Judging;
using Prefdissect.Judging.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Cli.Judging;

/// <summary>Options that say how a model is asked for the first token of its verdict.</summary>
internal sealed class FirstTokenOptions
{
    private static readonly Dictionary<string, JudgeKind> Ways = new(StringComparer.Ordinal)
    {
        ["llama"] = JudgeKind.LlamaCompletion,
        ["text"] = JudgeKind.TextCompletion,
        ["chat"] = JudgeKind.Chat,
        ["verbal"] = JudgeKind.Verbal,
        ["frequency"] = JudgeKind.Frequency,
    };

    private readonly Option<string?> way = new("--way") { Description = "How the model is asked, in place of the best way that its server has: llama, text, chat, verbal or frequency.", HelpName = "WAY" };
    private readonly Option<int?> samples = new("--samples") { Description = "Ask in words at temperature 1, K times, and take the share of either letter.", HelpName = "K" };
    private readonly Option<string?> template = new("--template") { Description = "Your own prompt, with {prompt}, {response_1} and {response_2}.", HelpName = "FILE" };
    private readonly Option<bool> chatTemplate = new("--chat-template") { Description = "Put the text that is continued into the server's chat template, for models trained to chat (llama.cpp)." };
    private readonly Option<string> orders = new("--orders") { Description = "both, or one: then a verdict holds what the position does.", HelpName = "WHICH", DefaultValueFactory = _ => "both" };
    private readonly Option<bool> shorten = new("--shorten") { Description = "Show responses of pairs that are too long for the model without their middle, in place of leaving the pair out." };
    private readonly Option<int> repeat = new("--repeat") { Description = "Ask everything N times, to see how steady the judge is.", HelpName = "N", DefaultValueFactory = _ => 1 };
    private readonly Option<int?> sample = new("--sample", "--limit") { Description = "Judge N pairs, spread evenly over scenarios.", HelpName = "N" };
    private readonly Option<long> seed = SharedOptions.Seed();
    private readonly Option<bool> retryFailed = SharedOptions.RetryFailed();
    private readonly Option<bool> estimate = new("--estimate") { Description = "Say what it would take, and send nothing." };

    public FirstTokenOptions()
    {
        way.AcceptOnlyFromAmong([.. Ways.Keys]);
        orders.AcceptOnlyFromAmong("both", "one");
    }

    public IEnumerable<Option> All => [way, samples, template, chatTemplate, orders, shorten, repeat, sample, seed, retryFailed, estimate];

    /// <summary>Whether only an estimate is wanted.</summary>
    public bool IsEstimate(ParseResult parsed) => parsed.GetValue(estimate);

    /// <summary>Whether a pair is asked in both orders.</summary>
    public bool AsksBothOrders(ParseResult parsed) => parsed.GetValue(orders) != "one";

    /// <summary>Where chance begins.</summary>
    public long Seed(ParseResult parsed) => parsed.GetValue(seed);

    /// <summary>Which pairs are asked about.</summary>
    /// <exception cref="UsageException">A number is out of range.</exception>
    public PairScope Scope(ParseResult parsed) => parsed.GetValue(sample) is < 1
        ? throw new UsageException($"--sample is {parsed.GetValue(sample)}; expected 1 or more.")
        : new PairScope { Sample = parsed.GetValue(sample), Seed = parsed.GetValue(seed), RetriesFailed = parsed.GetValue(retryFailed) };

    /// <summary>What is wanted.</summary>
    /// <exception cref="UsageException">Two options contradict each other, or a number is out of range.</exception>
    public FirstTokenRequest Of(ParseResult parsed, JudgeOptions shared, NamedModel model)
    {
        var (asked, count) = (parsed.GetValue(way) is { } name ? Ways[name] : (JudgeKind?)null, parsed.GetValue(samples));
        if (count is < 2 or > 200) throw new UsageException($"--samples is {count}; expected 2 to 200.");
        if (count is not null && asked is { } other and not JudgeKind.Frequency) throw new UsageException($"--samples is for --way frequency, not for --way {Ways.First(entry => entry.Value == other).Key}.");
        if (parsed.GetValue(repeat) is < 1 or > 20) throw new UsageException($"--repeat is {parsed.GetValue(repeat)}; expected 1 to 20.");
        if (parsed.GetValue(sample) is < 1) throw new UsageException($"--sample is {parsed.GetValue(sample)}; expected 1 or more.");
        var request = new FirstTokenRequest(model, shared.Name(parsed) ?? model.Name);
        return request with
        {
            Way = asked,
            Samples = count ?? (asked == JudgeKind.Frequency ? 10 : 1),
            Template = TemplateOf(parsed.GetValue(template)),
            AppliesChatTemplate = parsed.GetValue(chatTemplate),
            Orders = parsed.GetValue(orders) == "one" ? [AskedOrder.FirstAsA] : request.Orders,
            Rounds = parsed.GetValue(repeat),
            RetriesFailed = parsed.GetValue(retryFailed),
            Shortens = parsed.GetValue(shorten),
            Sample = parsed.GetValue(sample),
            Seed = parsed.GetValue(seed),
            MaxTokens = shared.Model.MaxTokens(parsed, request.MaxTokens),
            Size = shared.Size(parsed),
        };
    }

    private static JudgeTemplate? TemplateOf(string? file)
    {
        if (file is null) return null;
        return File.Exists(file) ? JudgeTemplate.FromFile(file) : throw new UsageException($"--template {file}: there is no such file.");
    }
}
