namespace Prefdissect.Properties;

/// <summary>The 29 properties of <i>Dissecting Human and LLM Preferences</i> (ACL 2024); the order and the short names are the interchange format.</summary>
public static class PublishedProperties
{
    /// <summary>The 29 properties; the index is the published id.</summary>
    public static IReadOnlyList<Property> All { get; } =
    [
        Basic("harmlessness", "harmless", "Keeps clear of content that hurts, endangers or demeans anybody."),
        Basic("grammar, spelling, punctuation, and code-switching", "grammarly correct", "Free of slips in grammar, spelling and punctuation, and does not slide between languages."),
        Basic("friendly", "friendly", "Warm: greets, encourages, takes the user's side."),
        Basic("polite", "polite", "Courteous: thanks, asks, apologises where it is due."),
        Basic("interactive", "interactive", "Draws the user in: asks back, invites a next step, offers more help."),
        Basic("authoritative tone", "authoritative", "Speaks with certainty and command rather than hedging."),
        Basic("funny and humorous", "funny", "Jokes, plays on words, means to amuse."),
        Basic("metaphors, personification, similes, hyperboles, irony, parallelism", "use rhetorical devices", "Uses figures of speech."),
        Basic("complex word usage and sentence structure", "complex word & sentence", "Uses long or rare words and long, nested sentences."),
        Basic("use of direct and explicit supporting materials", "use supporting materials", "Backs what it says with sources, links, quotations, figures or examples."),
        Basic("well formatted", "well formatted", "Laid out for the eye: lists, headings, emphasis, code blocks, paragraphs."),
        Basic("admit limitations or mistakes", "admit limits", "Says what it cannot do, does not know or got wrong."),
        Basic("persuade user", "persuasive", "Tries to move the user to a belief or an action."),
        Basic("step by step solution", "step-by-step", "Leads through an ordered sequence of steps."),
        Basic("use of informal expressions", "use informal expressions", "Uses slang, contractions, emoticons, chatty exclamations."),
        Basic("non-repetitive", "non-repetitive", "Does not say the same thing twice (the rating counts repetition).") with
        {
            Rule = ComparisonRule.LessIsMore,
            AskedName = "repetitive",
            AskedDefinition = "Says the same thing more than once.",
        },
        Basic("clear and understandable", "clear", "Can be followed without effort."),
        Basic("relevance without considering inaccuracy", "relevant", "Is about what was asked, right or wrong.") with { Rule = ComparisonRule.OnlyZeroDiffers, NeedsQuery = true },
        Basic("innovative and novel", "novel", "Offers ideas that one would not expect.") with { NeedsQuery = true },
        Basic("information richness without considering inaccuracy", "contain rich info", "Says much: many facts, details, aspects, right or wrong."),
        Error("no minor errors", "Has fewer small slips that barely harm its use."),
        Error("no moderate errors", "Has fewer errors that harm its use."),
        Error("no severe errors", "Has fewer errors that make it wrong or unusable."),
        QuerySpecific("clarify user intent", "clarify intent", "Where the request is unclear, finds out or says what is meant.", new Applicability.ToQueriesWith(QueryTrait.UnclearIntent)),
        QuerySpecific("showing empathetic", "show empathetic", "Where the user shows feelings, answers them.", new Applicability.ToQueriesWith(QueryTrait.Feelings)),
        QuerySpecific("satisfying explicit constraints", "satisfy constraints", "Does what the request expressly demands.", new Applicability.ToEachOf(QueryTrait.Constraints)),
        QuerySpecific("supporting explicit subjective stances", "support stances", "Sides with opinions that the user states.", new Applicability.ToEachOf(QueryTrait.Stances)) with
        {
            FullDifference = 4,
            Unit = "mean stance −2…2",
            Scale = new(-2, ["strongly opposed", "weakly opposed", "neutral", "weakly supported", "strongly supported"]),
        },
        QuerySpecific("correcting explicit mistakes or biases", "correct mistakes", "Points out and corrects what the user has wrong.", new Applicability.ToEachOf(QueryTrait.Mistakes)) with
        {
            Scale = new(0, ["neither", "pointed out but not corrected", "corrected without being pointed out", "pointed out and corrected"]),
        },
        new("length", "lengthy", PropertyKind.Basic, ComparisonRule.Length, "Is longer, in words.") { Unit = "words" },
    ];

    /// <summary>The property with a short name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public static Property Of(string shortName) =>
        All.FirstOrDefault(property => property.ShortName == shortName)
        ?? throw new KeyNotFoundException($"'{shortName}' is none of the 29 published properties.");

    private static Property Basic(string name, string shortName, string definition) => new(name, shortName, PropertyKind.Basic, ComparisonRule.MoreIsMore, definition);

    private static Property Error(string name, string definition) =>
        new(name, name, PropertyKind.Error, ComparisonRule.FewerErrors, definition) { NeedsQuery = true, Unit = "errors", FullDifference = 5 };

    private static Property QuerySpecific(string name, string shortName, string definition, Applicability applies) =>
        new(name, shortName, PropertyKind.QuerySpecific, ComparisonRule.MoreIsMore, definition) { NeedsQuery = true, Applies = applies };
}
