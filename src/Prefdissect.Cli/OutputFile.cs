using System.Text;

namespace Prefdissect.Cli;

/// <summary>A file that a verb writes for the user: it is whole, or what was there before stays.</summary>
internal static class OutputFile
{
    public static void Write(string path, Terminal terminal, Action<TextWriter> write)
    {
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
}
