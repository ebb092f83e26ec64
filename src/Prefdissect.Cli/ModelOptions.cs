using System.CommandLine;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli;

/// <summary>Options that say which model is asked, and how much it may take.</summary>
internal sealed class ModelOptions
{
    private readonly Option<string?> model = new("--model") { Description = $"The model: a name of {ModelsFile.FileName} in this folder, or the model's own.", HelpName = "NAME" };
    private readonly Option<string?> baseUrl = new("--base-url") { Description = "Where its server is, such as http://localhost:8000/v1.", HelpName = "URL" };
    private readonly Option<int?> maxTokens = new("--max-tokens") { Description = "Longest answer in tokens.", HelpName = "N" };
    private readonly Option<double?> maxCost = new("--max-cost") { Description = "Stop before this run could spend more than this many US dollars.", HelpName = "USD" };
    private readonly Option<int?> maxRequests = new("--max-requests") { Description = "Stop after this run has sent this many requests, every attempt counted.", HelpName = "N" };
    private readonly GgufOptions gguf = new();
    private readonly Option<bool> offline = new("--offline") { Description = "Send nothing; use stored answers alone." };

    public ModelOptions()
    {
        foreach (var count in new[] { maxTokens, maxRequests })
        {
            count.Validators.Add(result =>
            {
                if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var given) && given < 1) result.AddError($"{count.Name} is {given}; expected 1 or more.");
            });
        }
        maxCost.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && double.TryParse(result.Tokens[0].Value, out var given) && !(given >= 0 && double.IsFinite(given))) result.AddError($"--max-cost is {given}; expected 0 or more.");
        });
    }

    public IEnumerable<Option> All => [model, baseUrl, .. gguf.All, maxTokens, maxCost, maxRequests, offline];

    /// <summary>The model named. One in a file is not loaded before <see cref="Open"/>.</summary>
    /// <exception cref="UsageException">None is.</exception>
    public NamedModel Named(ParseResult parsed)
    {
        var (name, address) = (parsed.GetValue(model), parsed.GetValue(baseUrl));
        if (gguf.IsGiven(parsed) && (name is not null || address is not null)) throw new UsageException($"--gguf and {(name is not null ? model.Name : baseUrl.Name)} name two models. Give --gguf FILE alone, or --model with --base-url.");
        if (gguf.Of(parsed) is not { } own)
        {
            return ModelsFile.ReadIfThere(ModelsFile.FileName).Find(
                name ?? throw new UsageException($"Which model? Name one with --model: a name of {ModelsFile.FileName}, or the model's own name together with --base-url; or a model's file with --gguf."), address);
        }
        return GgufOptions.Named(own);
    }

    /// <summary>The name given, or <see langword="null"/>.</summary>
    public string? Name(ParseResult parsed) => parsed.GetValue(model);

    /// <summary>Longest answer in tokens.</summary>
    public int MaxTokens(ParseResult parsed, int otherwise) => parsed.GetValue(maxTokens) ?? otherwise;

    /// <summary>The name of a limit that is given, or <see langword="null"/>.</summary>
    public string? Limit(ParseResult parsed) => parsed.GetValue(maxCost) is not null ? maxCost.Name : parsed.GetValue(maxRequests) is not null ? maxRequests.Name : null;

    /// <summary>What its tokens cost, and where that is from.</summary>
    public static (TokenPrice? Price, string? Source) PriceOf(NamedModel named)
    {
        var own = ModelsFile.ReadIfThere(ModelsFile.FileName).Prices;
        var price = PriceTable.Known.With(own).Of(named);
        if (price is null) return (null, null);
        if (named.Price is not null || own.ContainsKey(named.Endpoint.Model)) return (price, ModelsFile.FileName);
        return (price, PriceTable.Known.Of(named) == TokenPrice.Free ? "a local server" : "an unchecked default");
    }

    /// <summary>Says, as soon as the work is to stop, what is still done and how to go on, until it is disposed.</summary>
    public static IDisposable TellOfStop(Terminal terminal, NamedModel named, CancellationToken cancellation) => cancellation.Register(() => terminal.Error.WriteLine(
        $"Nothing new is sent. What is under way is finished and kept, for which a request may take up to {named.Endpoint.Limits.TimeLimit.TotalSeconds:0} s; the same command goes on from here. To end at once loses answers that may be paid."));

    /// <summary>The model behind the stored answers of a study.</summary>
    public ModelSession Open(ParseResult parsed, string study, NamedModel named, Terminal terminal, CancellationToken cancellation)
    {
        if (parsed.GetValue(offline)) return ModelSession.Offline(study, named, TimeProvider.System);
        var (price, source) = PriceOf(named);
        var budget = new Budget(parsed.GetValue(maxCost), parsed.GetValue(maxRequests));
        if (gguf.Of(parsed) is { } own)
        {
            var server = GgufOptions.Start(own with { Port = named.Endpoint.BaseUrl.Port }, terminal, cancellation);
            return ModelSession.Online(study, named with { Endpoint = server.Endpoint }, null, budget, price, TimeProvider.System, cancellation).Owning(server);
        }
        if (parsed.GetValue(maxCost) is not null)
        {
            if (price is null) throw new UsageException($"--max-cost cannot be kept: the price of {named.Endpoint.Model} is not known. Put it under 'prices' in {ModelsFile.FileName}, or use --max-requests.");
            if (source == "an unchecked default")
                terminal.Error.WriteLine($"The limit is kept by a price that is an unchecked default: ${price.Input} a million tokens sent, ${price.Output} received. Put yours under 'prices' in {ModelsFile.FileName}.");
        }
        var key = named.Endpoint.ReadKey(Environment.GetEnvironmentVariable);
        if (key.Notice is { } notice) terminal.Error.WriteLine($"warning: {notice}");
        return ModelSession.Online(study, named, key.Key, budget, price, TimeProvider.System, cancellation);
    }

    /// <summary>Tells why asking ended and how to go on, and gives the exit code.</summary>
    public static int Ended(Terminal terminal, NamedModel named, AskingEnd end, Models.Answers.ModelFailure? stop, AskingTally tally)
    {
        if (tally.Attempts > 0) terminal.Error.WriteLine($"Sent: {tally}");
        if (tally.Remark is { } remark) terminal.Error.WriteLine($"note: {remark}");
        foreach (var (reason, count) in tally.Faults)
            terminal.Error.WriteLine($"  {reason}: {count}{(tally.Examples.TryGetValue(reason, out var said) ? $", such as: {Reporting.PlainText.OneLine(said)}" : "")}");
        switch (end)
        {
            case AskingEnd.Cancelled:
                terminal.Error.WriteLine("Cancelled. What was under way is finished and kept; the same command goes on from here.");
                return ExitCode.Cancelled;
            case AskingEnd.Limit:
                terminal.Error.WriteLine($"Stopped before the limit of this run ({stop!.ReasonText}). What was answered is kept; the same command goes on from here, and its limit counts anew.");
                return ExitCode.ConditionNotMet;
            case AskingEnd.Unavailable:
                throw Models.Asking.ModelUnavailableException.Of(named, stop!);
            case AskingEnd.NotStored:
                terminal.Error.WriteLine("Some questions have no stored answer and may not be sent, because of --offline or because a batch file has them; they stay missing. Leave out --offline, or take the batch's results with --batch-in.");
                return ExitCode.Done;
            default: return ExitCode.Done;
        }
    }
}
