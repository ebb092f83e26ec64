namespace Prefdissect.Importing;

/// <summary>What a person says about the files to import, where the files do not say it themselves.</summary>
public sealed record ImportOptions
{
    /// <summary>Nothing said: every file speaks for itself.</summary>
    public static ImportOptions Default { get; } = new();

    /// <summary>Which columns are what; <see langword="null"/> to recognise the format. With a map, every file is read as a table.</summary>
    public ColumnMap? Map { get; init; }

    /// <summary>
    /// How the winner column is written; <see langword="null"/> where the values explain themselves. Where given, every file is read as a table.
    /// </summary>
    public WinnerValues? Winners { get; init; }

    /// <summary>
    /// What the winner column says for a tie, where its other values explain themselves; <see cref="Winners"/> has its own. Where given, every file is read as a table.
    /// </summary>
    public string? Tie { get; init; }

    /// <summary>The judge of votes whose data names none; <see langword="null"/> leaves them unnamed.</summary>
    public string? Judge { get; init; }

    /// <summary>How large a file's parts may be.</summary>
    public ImportLimits Limits { get; init; } = ImportLimits.Default;
}
