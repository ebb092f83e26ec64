using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Prefdissect.Dashboard.Serving;
using Prefdissect.Dashboard.Sources;
using Prefdissect.Studies;
using Prefdissect.Workflows;

namespace Prefdissect.Dashboard.Layout;

/// <summary>
/// A page about one source. It reads all it shows in <see cref="Load"/>; what is not there is told in <see cref="Problem"/>, in words and with what to do next, and
/// shown by <c>PageFrame</c>.
/// </summary>
public abstract class StudyPage : ComponentBase
{
    /// <summary>Key of the source in the address.</summary>
    [Parameter]
    public string? SourceKey { get; set; }

    /// <summary>The source; set before <see cref="Load"/> runs.</summary>
    public Source Source { get; private set; } = Source.Published;

    /// <summary>The page's state.</summary>
    public PageQuery Query { get; private set; } = PageQuery.Empty;

    /// <summary>What hinders the page; <see langword="null"/> where nothing does.</summary>
    public string? Problem { get; private set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    protected HttpContext Context { get; set; } = default!;

    /// <summary>What there is to show.</summary>
    [Inject]
    protected SourceList Sources { get; set; } = default!;

    [Inject]
    private KeptResults Kept { get; set; } = default!;

    /// <summary>What the server was told.</summary>
    [Inject]
    protected DashboardOptions Options { get; set; } = default!;

    /// <summary>Reads the source.</summary>
    protected SourceReading Reading => new(Source, Kept, Options.MostPairsRead);

    /// <summary>Reads everything that the page shows.</summary>
    /// <exception cref="RequestException">The address asks for what is not there.</exception>
    protected abstract void Load();

    /// <inheritdoc/>
    protected sealed override void OnParametersSet()
    {
        Query = PageQuery.Of(Context.Request.Query);
        if (SourceKey is not null)
        {
            if (Sources.Find(SourceKey) is not { } source)
            {
                Fail("This server shows no study of that name.");
                return;
            }
            Source = source;
        }
        try
        {
            Load();
        }
        catch (Exception error) when (error is RequestException or StudyException)
        {
            Fail(error.Message);
        }
    }

    private void Fail(string problem)
    {
        Problem = problem;
        AnswerNotFound();
    }

    /// <summary>Answers with status 404 and the page all the same: the framework sends no page where the status is set before the answer starts.</summary>
    protected void AnswerNotFound()
    {
        var response = Context.Response;
        if (response.HasStarted) return;
        response.OnStarting(() =>
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
