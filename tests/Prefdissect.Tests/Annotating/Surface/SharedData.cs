namespace Prefdissect.Tests.Annotating.Surface;

/// <summary>Files of the shared data folder; a test that needs one skips where it is absent.</summary>
internal static class SharedData
{
    public static string File(params string[] path)
    {
        var root = Environment.GetEnvironmentVariable("PREFDISSECT_DATA") ?? Beside();
        var file = System.IO.Path.Combine([root, .. path]);
        if (!System.IO.File.Exists(file)) Assert.Skip($"{string.Join('/', path)} is not in the data folder ({root}); set PREFDISSECT_DATA to read it.");
        return file;
    }

    private static string Beside()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(System.IO.Path.Combine(folder.FullName, "Prefdissect.slnx"))) folder = folder.Parent;
        return System.IO.Path.Combine(folder?.Parent?.FullName ?? ".", "shared", "data");
    }
}
