using Prefdissect.Annotating;
using Prefdissect.Reporting;
using Prefdissect.Studies;

namespace Prefdissect.Cli;

/// <summary>Tells that a name means one of several versions, wherever an annotator's ratings count.</summary>
internal static class VersionNote
{
    /// <summary>Writes a note where the study has other versions of an annotator, and how to name them.</summary>
    public static void Write(Terminal terminal, Study study, AnnotatorIdentity meant)
    {
        if (!meant.IsModel) return;
        var others = new StudyReader(study).Annotators().Where(other => other.Id == meant.Id && other != meant).Select(other => $"{PlainText.Name(other.Versioned)} ({Rounded.Count(PairsOf(study, other))} pairs)").ToList();
        if (others.Count == 0) return;
        terminal.Error.WriteLine(
            $"note: {PlainText.Name(meant.Id)} has {others.Count + 1} versions here; meant is {PlainText.Name(meant.Versioned)} ({Rounded.Count(PairsOf(study, meant))} pairs). To mean another one, name it: {string.Join(", ", others)}.");
    }

    private static int PairsOf(Study study, AnnotatorIdentity annotator) => new AnnotationReader(study, annotator).CountBegun();
}
