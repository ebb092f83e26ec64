using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.DrawFiles;

/// <summary>A file format for the draws of a fit. A format is one file here and one entry of <see cref="DrawFormats"/>.</summary>
public interface IDrawFormat
{
    /// <summary>Name in commands, in lower case.</summary>
    string Name { get; }

    /// <summary>What reads it, in one clause for a person.</summary>
    string Description { get; }

    /// <summary>The files of one fit: what follows the fit's name in the file name, and what writes the content.</summary>
    IEnumerable<(string Suffix, Action<TextWriter> Write)> Files(SampledFit fit, Provenance provenance);
}
