using Prefdissect.Workflows.Asking;

namespace Prefdissect.Reporting;

/// <summary>Why asking ended, in a word.</summary>
public static class EndText
{
    /// <summary>The word.</summary>
    public static string Of(AskingEnd end) => end switch
    {
        AskingEnd.Complete => "complete",
        AskingEnd.Cancelled => "cancelled",
        AskingEnd.Limit => "limit",
        AskingEnd.Unavailable => "unavailable",
        AskingEnd.NotStored => "not stored",
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Unknown end."),
    };
}
