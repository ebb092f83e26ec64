using Dapper;
using Prefdissect.Judging.Juries;

namespace Prefdissect.Studies;

/// <summary>Reads what judges say of pairs, all votes of a judge on a pair together.</summary>
public sealed class MemberVerdictReader(Study study)
{
    /// <summary>The verdicts of a judge by the pair's row id.</summary>
    public IReadOnlyDictionary<long, MemberVerdict> Of(string judge) => study.Connection
        .Query<(long Pair, long Sum, long Without, double? Margin)>(
            """
            SELECT pair_id, SUM(verdict * count), SUM(margin IS NULL), SUM(margin * count) / SUM(count)
            FROM vote JOIN judge ON judge.id = judge_id WHERE judge.name = @judge GROUP BY pair_id
            """, new { judge })
        .ToDictionary(row => row.Pair, row => new MemberVerdict(Math.Sign(row.Sum), row.Without == 0 ? row.Margin : null));
}
