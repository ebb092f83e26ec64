namespace Prefdissect.Importing.Files;

/// <summary>A row as it was found in a file: well formed, or refused before its meaning was asked.</summary>
internal readonly record struct ScannedRow(SourceRow? Row, RefusedRow? Refused)
{
    public static ScannedRow Of(SourceRow row) => new(row, null);

    public static ScannedRow Of(RefusedRow refused) => new(null, refused);
}
