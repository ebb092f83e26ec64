namespace Prefdissect.Importing;

/// <summary>
/// How large a file's parts may be before it is taken for damaged or hostile. Memory stays within a small multiple of <see cref="LongestRow"/>.
/// </summary>
public sealed record ImportLimits
{
    /// <summary>The limits used where none are given.</summary>
    public static ImportLimits Default { get; } = new();

    /// <summary>Longest row (a line of JSONL, an element of a JSON array, a record of a table), in bytes of UTF-8.</summary>
    public int LongestRow { get; init; } = 64 * 1024 * 1024;

    /// <summary>Deepest nesting of JSON.</summary>
    public int JsonDepth { get; init; } = 64;

    /// <summary>Most bytes that a gzip file may unpack to.</summary>
    public long LargestUnpacked { get; init; } = 8L * 1024 * 1024 * 1024;

    /// <summary>
    /// Most unpacked bytes for one packed byte, asked of files beyond <see cref="RatioFreeBytes"/>. Votes pack 3:1 to 30:1; a bomb more than 200:1.
    /// </summary>
    public double LargestRatio { get; init; } = 100;

    /// <summary>Unpacked bytes below which any ratio is allowed.</summary>
    public long RatioFreeBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Rows looked at to recognise a format.</summary>
    public int SampleRows { get; init; } = 100;

    /// <summary>Characters of text held to recognise a format; sampling ends with the row that reaches it.</summary>
    public int SampleCharacters { get; init; } = 4 * 1024 * 1024;
}
