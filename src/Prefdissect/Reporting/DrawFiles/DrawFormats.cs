using System.Text;
using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.DrawFiles;

/// <summary>The formats that draws are written in.</summary>
public static class DrawFormats
{
    private const int LongestStem = 120;

    /// <summary>All formats, the default first.</summary>
    public static IReadOnlyList<IDrawFormat> All { get; } = [new DrawTable(), new StanCsv(), new ArvizJson()];

    /// <summary>The name of a fit as part of a file name: judge and group, with anything but letters, digits, dot, dash and underscore as an underscore.</summary>
    /// <remarks>Names that are equal then are told apart by the first digits of the hash of what they were.</remarks>
    public static IReadOnlyList<string> Stems(IReadOnlyList<FitSubject> subjects)
    {
        var plain = subjects.Select(subject => $"{Plain(subject.Judge)}--{Plain(subject.Group)}").ToList();
        // Some file systems do not tell A from a.
        var taken = plain.GroupBy(stem => stem, StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => same.Count(), StringComparer.OrdinalIgnoreCase);
        return
        [
            .. plain.Select((stem, i) => taken[stem] == 1 && stem.Length <= LongestStem
                ? stem
                : $"{stem[..Math.Min(stem.Length, LongestStem)]}-{Pairs.ContentHash.Of("file", subjects[i].Judge, subjects[i].Group).ToString()[..8]}"),
        ];
    }

    /// <summary>A name of letters, digits, dots, dashes and underscores.</summary>
    internal static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name) plain.Append(char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '_');
        return plain.Length == 0 ? "_" : plain.ToString().TrimStart('.');
    }
}
