namespace Prefdissect.Tests;

/// <summary>Folders of real data and of reference results, where this machine has them; a test that needs one skips elsewhere.</summary>
internal static class SharedFolder
{
    /// <summary>A folder of real data: below <c>PREFDISSECT_DATA</c>, or else <c>../shared/data</c> beside the repository.</summary>
    public static string DataOrSkip(string name) => OrSkip("PREFDISSECT_DATA", "data", name);

    /// <summary>The reference posteriors: <c>PREFDISSECT_REFERENCE</c>, or else <c>../shared/reference</c> beside the repository.</summary>
    public static string ReferenceOrSkip() => OrSkip("PREFDISSECT_REFERENCE", "reference", "");

    private static string OrSkip(string variable, string kind, string name)
    {
        var parent = Environment.GetEnvironmentVariable(variable) ?? Path.Combine(RepositoryRoot(), "..", "shared", kind);
        var folder = Path.GetFullPath(Path.Combine(parent, name));
        Assert.SkipUnless(Directory.Exists(folder), $"There is no folder '{folder}'; set {variable} to where it is.");
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
