using System.CommandLine;
using Prefdissect.Annotating.Asking;
using Prefdissect.Models.Endpoints;
using Prefdissect.Properties;
using Prefdissect.Workflows.Asking;

namespace Prefdissect.Cli;

/// <summary>Options that say what a model is to rate.</summary>
internal sealed class AnnotationOptions
{
    private const int DefaultMaxTokens = 2048;

    private readonly Option<string> mode = new("--mode") { Description = "Show both responses together (pair) or each alone (single).", DefaultValueFactory = _ => "pair", HelpName = "pair|single" };
    private readonly Option<string?> steps = new("--steps") { Description = $"Ask these steps only: some of {string.Join(",", AnnotationStep.All)}.", HelpName = "STEP,…" };
    private readonly Option<string?> properties = new("--properties") { Description = "Rate these properties only, by short names.", HelpName = "NAME,…" };
    private readonly Option<bool> retryFailed = new("--retry-failed") { Description = "Ask failed steps again." };
    private readonly Option<string?> reason = new("--reason") { Description = "With --retry-failed: only those whose reason contains TEXT.", HelpName = "TEXT" };
    private readonly Option<int?> sample = new("--sample") { Description = "Annotate N pairs, spread evenly over scenarios.", HelpName = "N" };
    private readonly Option<int> repeat = new("--repeat") { Description = "Ask everything N times, and tell how steady the model is.", DefaultValueFactory = _ => 1, HelpName = "N" };
    private readonly Option<long> seed = SharedOptions.Seed();

    public AnnotationOptions() => mode.AcceptOnlyFromAmong("pair", "single");

    public Option<string?> PropertyFile { get; } = SharedOptions.PropertyFile();

    public Option<string?> Prompts { get; } = new("--prompts") { Description = "Folder with texts that replace those of the questions.", HelpName = "DIR" };

    public IEnumerable<Option> All => [mode, steps, properties, PropertyFile, Prompts, retryFailed, reason, sample, repeat, seed];

    /// <summary>How often everything is asked.</summary>
    public int Repeats(ParseResult parsed) => parsed.GetValue(repeat) is >= 1 and <= 20 and var given ? given : throw new UsageException($"--repeat is {parsed.GetValue(repeat)}; expected 1 to 20.");

    /// <summary>Where chance begins.</summary>
    public long Seed(ParseResult parsed) => parsed.GetValue(seed);

    /// <summary>What is to be asked.</summary>
    public LlmAnnotateRequest Of(ParseResult parsed, NamedModel model, int maxTokens)
    {
        if (parsed.GetValue(reason) is not null && !parsed.GetValue(retryFailed)) throw new UsageException("--reason chooses among failed steps: give --retry-failed too.");
        if (parsed.GetValue(sample) is < 1) throw new UsageException($"--sample is {parsed.GetValue(sample)}; expected 1 or more.");
        return new LlmAnnotateRequest
        {
            Model = model,
            Mode = parsed.GetValue(mode) == "single" ? AnnotationMode.Single : AnnotationMode.Pair,
            Steps = StepsOf(parsed.GetValue(steps)),
            Properties = PropertiesOf(parsed),
            Prompts = PromptsOf(parsed.GetValue(Prompts)),
            RetryReason = parsed.GetValue(retryFailed) ? parsed.GetValue(reason) ?? "" : null,
            Sample = parsed.GetValue(sample),
            Seed = parsed.GetValue(seed),
            MaxTokens = maxTokens,
        };
    }

    /// <summary>Longest answer, where nothing is said.</summary>
    public static int UsualMaxTokens => DefaultMaxTokens;

    /// <summary>The texts of a folder, or those that come with the program.</summary>
    public static PromptSet PromptsOf(string? folder)
    {
        if (folder is null) return PromptSet.Embedded;
        return Directory.Exists(folder) ? PromptSet.FromFolder(folder) : throw new UsageException($"{folder}: there is no such folder.");
    }

    /// <summary>The properties of a file, or the published ones.</summary>
    public static PropertySet PropertiesOf(string? file)
    {
        if (file is null) return PropertySet.Published;
        return File.Exists(file) ? Importing.Definitions.PropertyFile.Read(file) : throw new UsageException($"{file}: there is no such file.");
    }

    private static IReadOnlyList<AnnotationStep> StepsOf(string? names)
    {
        if (names is null) return AnnotationStep.All;
        try
        {
            var named = Split(names).Select(AnnotationStep.Of).ToHashSet();
            return named.Count > 0 ? [.. AnnotationStep.All.Where(named.Contains)] : throw new UsageException("--steps names no step.");
        }
        catch (KeyNotFoundException error)
        {
            throw new UsageException($"--steps: {error.Message}");
        }
    }

    private PropertySet PropertiesOf(ParseResult parsed)
    {
        var all = PropertiesOf(parsed.GetValue(PropertyFile));
        if (parsed.GetValue(properties) is not { } names) return all;
        try
        {
            return all.Only(Split(names));
        }
        catch (KeyNotFoundException error)
        {
            throw new UsageException($"--properties: {error.Message}");
        }
    }

    private static string[] Split(string names) => names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
