namespace Prefdissect.Tests.Dissecting.Published;

/// <summary>The published weights as their authors' files have them, where this machine has them.</summary>
internal static class PublishedFiles
{
    /// <summary>The folder; skips the test where there is none.</summary>
    public static string FolderOrSkip()
    {
        var data = Environment.GetEnvironmentVariable("PREFDISSECT_DATA") ?? Path.Combine(RepositoryRoot(), "..", "shared", "data");
        var folder = Path.Combine(data, "gair");
        Assert.SkipUnless(Directory.Exists(folder), $"The published weights are not here: no folder '{folder}' (set PREFDISSECT_DATA).");
        return folder;
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Prefdissect.slnx"))) return folder.FullName;
        }
        return AppContext.BaseDirectory;
    }
}
