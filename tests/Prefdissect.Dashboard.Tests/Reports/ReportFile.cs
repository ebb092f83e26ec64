using Prefdissect.Reporting;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Tests.Reports;

/// <summary>Reports written once a test run, opened from the file system as their readers open them.</summary>
public static class ReportFile
{
    private static readonly Lazy<(Uri Address, ReportView View)> OfDemo = new(() => Of(DemoStudy.Path, Folder(), new ReportRequest { Samples = 2 }));
    private static readonly Lazy<Uri> OfPublished = new(() => Write(Path.Combine(Folder(), "published.html"), writer => InteractivePage.WritePublished(writer, Provenance(null))));

    /// <summary>The demo's report.</summary>
    public static Uri Demo => OfDemo.Value.Address;

    /// <summary>What it shows, by the workflow.</summary>
    public static ReportView DemoView => OfDemo.Value.View;

    /// <summary>The report of the published judges.</summary>
    public static Uri Published => OfPublished.Value;

    /// <summary>The report of a study.</summary>
    public static (Uri Address, ReportView View) Of(string path, string folder, ReportRequest request)
    {
        using var study = Study.OpenToRead(path);
        var view = ReportWorkflow.Run(study, request, CancellationToken.None);
        return (Write(Path.Combine(folder, "report.html"), writer => InteractivePage.Write(writer, view, Provenance(view.Dissection.DataHash))), view);
    }

    private static Provenance Provenance(string? data) => new() { Command = "report", Data = data, Seed = 1 };

    private static Uri Write(string path, Action<TextWriter> write)
    {
        using (var writer = new StreamWriter(path)) write(writer);
        return new Uri(path);
    }

    private static string Folder()
    {
        var folder = Directory.CreateTempSubdirectory("prefdissect-report-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
