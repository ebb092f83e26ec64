using System.Globalization;
using Prefdissect.Dashboard.Serving;

namespace Prefdissect.Dashboard.Adding;

/// <summary>What can be wrong with a form of this page, as one word in the address and as a sentence.</summary>
internal static class AddProblems
{
    public const string Empty = "empty", Both = "both", Large = "large", Gone = "gone", Busy = "busy", Judge = "judge", Map = "map", Study = "study";

    /// <summary>The sentence; <see langword="null"/> where the address names no problem.</summary>
    public static string? Sentence(string? word, DashboardOptions options) => word switch
    {
        Empty => "Nothing was sent: choose a file, drop one, or paste its text.",
        Both => "A file and a text were sent: send one of them.",
        Large => $"The file is larger than the {Megabytes(options.MostUploadBytes)} MB that this page takes; nothing was read. Import it with `prefdissect import FILE -s STUDY`, which has no such limit.",
        Gone => "The file that was sent is no longer kept. Send it again.",
        Busy => "Other work is writing to this study. Wait until it has ended, or cancel it; what you sent is still here.",
        Judge => "The judge needs a name: up to 200 characters on one line.",
        Map => "The prompt, both responses and the winner each need a column of their own; the values of A and B go together and differ.",
        Study => "There is no judge of that name in the study.",
        _ => null,
    };

    private static string Megabytes(long bytes) => (bytes / (1024.0 * 1024)).ToString("0.#", CultureInfo.InvariantCulture);
}
