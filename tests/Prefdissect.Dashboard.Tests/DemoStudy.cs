using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests;

/// <summary>The demo study, made once a test run and copied for whoever writes to it.</summary>
public static class DemoStudy
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>The file, for tests that read.</summary>
    public static string Path => Made.Value;

    /// <summary>A copy of its own for a test that writes.</summary>
    public static string Copy(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, "demo.study");
        File.Copy(Path, path, overwrite: true);
        return path;
    }

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-dashboard-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = System.IO.Path.Combine(folder, "demo.study");
        using var study = Study.OpenOrCreate(path);
        DemoWorkflow.Run(study, null, CancellationToken.None);
        return path;
    }
}
