using Prefdissect.Dashboard.Serving;
using Prefdissect.Workflows.Judging;

namespace Prefdissect.Dashboard.Bias;

/// <summary>What is measured and shown of judges, as the address says it.</summary>
/// <param name="Judges">Judges that are shown; the first <see cref="MostJudges"/> where empty.</param>
/// <param name="Agreement">One of <see cref="Agreements"/>.</param>
/// <param name="Request">What is asked of the workflow: always all judges, since each is compared with every other.</param>
public sealed record BiasChoice(IReadOnlyList<string> Judges, string Agreement, JudgesRequest Request)
{
    /// <summary>Judges that are shown where none is named.</summary>
    public const int MostJudges = 40;

    /// <summary>The measures of agreement with what they are called.</summary>
    public static IReadOnlyList<(string Name, string Title)> Agreements { get; } = [("alike", "share of equal verdicts"), ("kappa", "Cohen's κ"), ("alpha", "Krippendorff's α")];

    /// <summary>Tells what is measured apart from other askings.</summary>
    public string Key => string.Join('\n', [Request.Annotator ?? "", .. Request.People.Order(StringComparer.Ordinal), "own", .. Request.OwnModels.Select(of => $"{of.Judge}={of.Writer}").Order(StringComparer.Ordinal)]);

    /// <summary>The choice that an address makes.</summary>
    public static BiasChoice Of(PageQuery query) => new(
        [.. query.All("judge").Distinct(StringComparer.Ordinal)],
        query.Word("agreement", [.. Agreements.Select(one => one.Name)]),
        new JudgesRequest
        {
            Annotator = query.One("annotator"),
            MostPairs = DashboardOptions.UsualMostPairsRead,
            People = [.. query.All("people").Distinct(StringComparer.Ordinal)],
            OwnModels = [.. query.All("own").Select(OwnModel).OfType<(string, string)>()],
        });

    private static (string Judge, string Writer)? OwnModel(string written) =>
        written.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < written.Length - 1 ? (written[..at], written[(at + 1)..]) : null;
}
