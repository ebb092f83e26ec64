using System.Text.Json;
using Prefdissect.Importing;

namespace Prefdissect.Workflows;

/// <summary>
/// The rows of one import that were refused, one JSON object a line: file, line, field, found, expected, and the row as it stood. It appears beside the study once
/// it is whole, and not at all where no row was refused.
/// </summary>
internal sealed class RefusedRowsFile : IDisposable
{
    private readonly string path;
    private FileStream? stream;

    /// <summary>The file of a study and a name of the imported file that no other file of the import has.</summary>
    public RefusedRowsFile(string study, string importedFile) => path = $"{study}.refused.{importedFile}.jsonl";

    private string Partial => path + ".partial";

    public void Add(RefusedRow row)
    {
        stream ??= new FileStream(Partial, FileMode.Create, FileAccess.Write);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("file", row.Place.File);
            if (row.Place.Line is { } line) json.WriteNumber("line", line);
            if (row.Place.Field is { } field) json.WriteString("field", field);
            json.WriteString("found", row.Found);
            json.WriteString("expected", row.Expected);
            json.WriteString("row", row.RawText);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Puts the file in its place and gives its path; <see langword="null"/> where no row was refused.</summary>
    public string? Complete()
    {
        if (stream is null) return null;
        stream.Dispose();
        stream = null;
        File.Move(Partial, path, overwrite: true);
        return path;
    }

    public void Dispose()
    {
        if (stream is null) return;
        stream.Dispose();
        File.Delete(Partial);
    }
}
