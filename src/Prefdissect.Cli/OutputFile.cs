using System.Text;

namespace Prefdissect.Cli;

/// <summary>A file that a verb writes for the user: it is whole, or what was there before stays.</summary>
internal static class OutputFile
{
    /// <summary>Writes a figure or page. What stands there already is replaced only where it is one, never a study or a file of votes.</summary>
    public static void Write(string path, Terminal terminal, Action<TextWriter> write)
    {
        if (Directory.Exists(path)) throw new UsageException($"{path}: this is a folder; name a file in it.");
        if (File.Exists(path) && !IsDrawing(path)) throw new UsageException($"{path}: there is a file that is no figure or page, and it stays. Name another file, or remove it first.");
        var partial = path + ".partial";
        try
        {
            using (var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" }) write(writer);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: the file cannot be written ({error.Message}).");
        }
        finally
        {
            if (File.Exists(partial)) File.Delete(partial);
        }
        terminal.Error.WriteLine($"Wrote {path}");
    }

    private static bool IsDrawing(string path)
    {
        using var reader = new StreamReader(path);
        var head = new char[16];
        var begin = new string(head, 0, reader.ReadBlock(head)).TrimStart();
        return begin.Length == 0 || begin.StartsWith("<svg", StringComparison.Ordinal) || begin.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase);
    }
}
