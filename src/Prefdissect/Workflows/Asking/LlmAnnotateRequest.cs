using Prefdissect.Annotating;
using Prefdissect.Annotating.Asking;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;
using Prefdissect.Properties;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Asking;

/// <summary>What a model is to rate, and how it is asked.</summary>
public sealed record LlmAnnotateRequest
{
    // Retries of one repeat never reach the numbers of the next one.
    private const int AttemptsARepeat = 1000;

    /// <summary>The model.</summary>
    public required NamedModel Model { get; init; }

    /// <summary>Whether responses are shown together.</summary>
    public AnnotationMode Mode { get; init; }

    /// <summary>The steps to ask, in their order.</summary>
    public IReadOnlyList<AnnotationStep> Steps { get; init; } = AnnotationStep.All;

    /// <summary>What is rated.</summary>
    public PropertySet Properties { get; init; } = PropertySet.Published;

    /// <summary>The texts of the questions.</summary>
    public PromptSet Prompts { get; init; } = PromptSet.Embedded;

    /// <summary>Which failed steps are asked again; <see langword="null"/> for none, an empty text for all, else those whose reason contains it.</summary>
    public string? RetryReason { get; init; }

    /// <summary>How many pairs to annotate, spread evenly over scenarios; <see langword="null"/> for all.</summary>
    public int? Sample { get; init; }

    /// <summary>Seed of the sample.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Which repeat of the same questions this is, from 1.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>The rules by which answers become ratings: those that the study keeps for the annotator.</summary>
    public ResolvingRules Rules { get; init; } = ResolvingRules.Default;

    /// <summary>Longest answer in tokens.</summary>
    public int MaxTokens { get; init; } = 2048;

    /// <summary>
    /// Who rates: <c>llm:MODEL:MODE</c>, and <c>#N</c> after it for the repeats from the second. Its version is that of the texts and of what else the model is asked with: changed
    /// settings are another version's work, which begins anew beside the older one.
    /// </summary>
    public AnnotatorIdentity Identity => new(
        $"llm:{Model.Name}:{(Mode == AnnotationMode.Pair ? "pair" : "single")}{(Repeat > 1 ? FormattableString.Invariant($"#{Repeat}") : "")}",
        $"{Prompts.Version}-{ContentHash.Of("asked with", [.. AskedWith.SelectMany(setting => new[] { setting.Key, setting.Value })]).ToString()[..8]}");

    /// <summary>What the model is asked with, texts aside by their version: name of a setting → its value.</summary>
    public IReadOnlyDictionary<string, string> AskedWith
    {
        get
        {
            var settings = AskedSettings.Of(Model, new RequestParameters { MaxTokens = MaxTokens });
            settings["texts of the questions"] = Prompts.Version;
            return settings;
        }
    }

    /// <summary>The properties that a step is to ask about, with the version of what it tells about each; for <c>query-info</c> those that depend on it, of which it tells nothing.</summary>
    public IReadOnlyList<AskedProperty> Wanted(AnnotationStep step) => step == AnnotationStep.QueryInfo
        ? [.. AnnotationStep.QuerySpecific.PropertiesOf(Properties).Select(property => new AskedProperty(property.ShortName, ""))]
        : [.. step.PropertiesOf(Properties).Select(property => new AskedProperty(property.ShortName, Prompts.VersionOf(property)))];

    /// <summary>Number of the first asking.</summary>
    internal int FirstAttempt => (Repeat - 1) * AttemptsARepeat;

    /// <summary>Whether a failed step is to be asked again.</summary>
    internal bool Retries(string? reason) => RetryReason is { } wanted && (wanted.Length == 0 || (reason ?? "").Contains(wanted, StringComparison.OrdinalIgnoreCase));
}
