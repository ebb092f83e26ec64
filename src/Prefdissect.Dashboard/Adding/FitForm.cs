using Microsoft.AspNetCore.Http;

namespace Prefdissect.Dashboard.Adding;

/// <summary>How to fit, as forms send it.</summary>
/// <param name="form">The fields.</param>
internal class FitForm(IFormCollection form)
{
    /// <summary>The choices.</summary>
    public FitChoices Choices => FitChoices.Of(form["Annotator"], form["Folds"], form["Groups"]);

    /// <summary>Name of the judge.</summary>
    public string? Judge => form[nameof(Judge)];
}
