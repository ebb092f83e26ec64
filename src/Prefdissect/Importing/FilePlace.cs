namespace Prefdissect.Importing;

/// <summary>A place that an error speaks of.</summary>
/// <param name="File">Path of the file as it was given, or the option such as <c>--map</c>.</param>
/// <param name="Line">Line of the file from 1, counting line feeds; for a row of several lines the one where it starts; <see langword="null"/>
/// where the whole file is meant.</param>
/// <param name="Field">Column or JSON field; <see langword="null"/> where the whole row is meant.</param>
public readonly record struct FilePlace(string File, long? Line = null, string? Field = null)
{
    /// <summary>The place in words, such as <c>votes.csv, line 3, field "label"</c>.</summary>
    public override string ToString() =>
        Shown.Plain(File)
        + (Line is { } line ? FormattableString.Invariant($", line {line}") : "")
        + (Field is { } field ? $", field {Shown.Quoted(field)}" : "");
}
