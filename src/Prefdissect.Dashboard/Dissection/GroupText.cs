using Prefdissect.Pairs;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.Dissection;

/// <summary>How groups are called on pages.</summary>
internal static class GroupText
{
    /// <summary>A group's name.</summary>
    public static string Of(string group) => group == Group.All ? "all pairs" : PlainText.Name(group);
}
