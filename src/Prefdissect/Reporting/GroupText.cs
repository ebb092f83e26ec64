using Prefdissect.Pairs;

namespace Prefdissect.Reporting;

/// <summary>How groups of pairs are called, on pages and in sentences alike.</summary>
public static class GroupText
{
    /// <summary>A group's name, fit to stand in a sentence.</summary>
    public static string Of(string group) => group == Group.All ? "all pairs" : PlainText.Name(group);
}
