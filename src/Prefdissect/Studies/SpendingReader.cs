using Prefdissect.Models.Costs;

namespace Prefdissect.Studies;

/// <summary>Reads what the answers of a study have taken.</summary>
public sealed class SpendingReader(Study study)
{
    /// <summary>What every step has taken of every model, in all runs.</summary>
    public IReadOnlyList<StepSpending> All() => AnswerRows.Spending(study.Connection);
}
