using Dapper;

namespace Prefdissect.Studies;

/// <summary>Tells at little cost whether others write to a study that is open for long, and whether they bring pairs or scenarios. It begins when it is made.</summary>
public sealed class StudyWatch(Study study)
{
    private long version = Version(study);

    /// <summary>Whether another connection, of this process or another, has written since this was asked last. What the study's own connection writes does not count.</summary>
    public bool HasChanged()
    {
        var before = version;
        version = Version(study);
        return version != before;
    }

    /// <summary>Row ids of the newest pair, of the newest scenario that a classifier told, and of the newest context of votes; 0 where there is none. They grow with every new one.</summary>
    public (long Pair, long Scenario, long Context) Newest() => study.Connection.QuerySingle<(long, long, long)>(
        "SELECT (SELECT COALESCE(MAX(id), 0) FROM pair), (SELECT COALESCE(MAX(id), 0) FROM told_scenario), (SELECT COALESCE(MAX(id), 0) FROM context)");

    private static long Version(Study study) => study.Connection.ExecuteScalar<long>("PRAGMA data_version");
}
