using System.Reflection;

namespace Prefdissect.Reporting.Pages;

/// <summary>The scripts of pages, part of the program.</summary>
public static class PageScripts
{
    /// <summary>Details of the marks of figures on hover and by keyboard: defines <c>figureMarks</c>, which dashboards and reports call.</summary>
    public static string Marks { get; } = Text("marks.js");

    /// <summary>The whole script of an interactive report.</summary>
    internal static string Report { get; } = Marks + Text("report.js");

    private static string Text(string name)
    {
        var resource = $"Prefdissect.Reporting.Pages.{name}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {resource}.");
        using var reader = new StreamReader(stream);
        // Browsers read line ends as LF before they hash.
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
