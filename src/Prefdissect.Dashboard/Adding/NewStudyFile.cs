using Prefdissect.Dashboard.Sources;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Adding;

/// <summary>A new study's file, taken before it is filled, so that two servers on one folder do not take the same.</summary>
internal static class NewStudyFile
{
    private const int MostTries = 100;

    /// <summary>Makes an empty file and gives its path.</summary>
    /// <param name="sources">Where new studies are put.</param>
    /// <param name="name">Beginning of the file's name; the program's own word.</param>
    /// <exception cref="RequestException">The folder cannot be written to.</exception>
    public static string Reserve(SourceList sources, string name)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                var path = sources.NewPath(name);
                using (new FileStream(path, FileMode.CreateNew, FileAccess.Write)) return path;
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(sources.Folder))
            {
                // Another server took that name between the look and the taking.
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new RequestException($"No study can be made in {Path.GetFullPath(sources.Folder)} ({error.Message}). Start the dashboard with --folder DIR, where you may write.");
            }
        }
    }
}
