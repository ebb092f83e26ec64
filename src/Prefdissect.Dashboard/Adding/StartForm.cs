using Microsoft.AspNetCore.Http;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Adding;

/// <summary>How to take an uploaded file, and how to fit.</summary>
/// <param name="form">The fields.</param>
internal sealed class StartForm(IFormCollection form) : FitForm(form)
{
    /// <summary>Name of the upload.</summary>
    public string? Upload { get; } = form[nameof(Upload)];

    /// <summary>What to do with rows that cannot be used.</summary>
    public BadRows Rows { get; } = form["SkipBad"].Count > 0 ? BadRows.Skip : BadRows.RefuseFile;
}
