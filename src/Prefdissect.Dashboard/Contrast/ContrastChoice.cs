using Prefdissect.Dashboard.Serving;
using Prefdissect.Dissecting.Published;
using Prefdissect.Reporting;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Contrast;

/// <summary>What is contrasted, as the address says it.</summary>
/// <param name="X">The judge that a positive difference speaks for, or the only one.</param>
/// <param name="Y">The other judge.</param>
/// <param name="G">With one judge: the group that a positive difference speaks for.</param>
/// <param name="H">With one judge: the other group.</param>
public sealed record ContrastChoice(string X, string Y, string G, string H)
{
    /// <summary>Resamples of the bootstrap where it is switched on.</summary>
    public const int Replicates = 200;

    private const string StrongModel = "gpt-4-1106-preview";

    /// <summary>Whether one judge is compared on two groups.</summary>
    public bool IsOfGroups { get; private init; }

    /// <summary>The group shown, of those that two judges are compared on; <see langword="null"/> for the mean over groups where there is one.</summary>
    public string? Group { get; private init; }

    /// <summary>Order of the properties.</summary>
    public ContrastOrder Order { get; private init; }

    /// <summary>Whether queries are resampled, which takes long.</summary>
    public bool HasBootstrap { get; private init; }

    /// <summary>Whose ratings; <see langword="null"/> for the only annotator there is.</summary>
    public string? Annotator { get; private init; }

    /// <summary>The orders with what they are called.</summary>
    public static IReadOnlyList<(string Name, string Title)> Orders { get; } = [("difference", "by the difference"), ("size", "by its size"), ("name", "by name")];

    /// <summary>What is asked of the workflow; its result is the same for every order and group shown.</summary>
    public ContrastRequest Request => new()
    {
        Judges = IsOfGroups ? [X] : [X, Y],
        Groups = IsOfGroups ? [G, H] : [],
        Annotator = Annotator,
        Replicates = HasBootstrap ? Replicates : 0,
    };

    /// <summary>The choice that an address makes; what it leaves open is chosen among what there is.</summary>
    public static ContrastChoice Of(PageQuery query, IReadOnlyList<string> judges, IReadOnlyList<string> groups, bool isStudy)
    {
        var x = query.One("x") ?? judges[0];
        // Beside people stands the strongest of the published models.
        var usual = isStudy ? judges.FirstOrDefault(judge => judge != x) ?? PublishedJudges.Prefix + "human" : judges.First(judge => judge == (x == StrongModel ? judges[0] : StrongModel));
        var g = query.One("g") ?? groups[0];
        return new ContrastChoice(x, query.One("y") ?? usual, g, query.One("h") ?? groups.FirstOrDefault(group => group != g) ?? g)
        {
            IsOfGroups = query.Word("by", "judges", "groups") == "groups",
            Group = query.One("group"),
            Order = query.Word("sort", [.. Orders.Select(order => order.Name)]) switch { "size" => ContrastOrder.Size, "name" => ContrastOrder.Name, _ => ContrastOrder.Difference },
            HasBootstrap = query.Word("bootstrap", "off", "on") == "on",
            Annotator = query.One("annotator"),
        };
    }
}
