using Prefdissect.Models.Answers;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Asking;

/// <summary>Something that can be asked.</summary>
public interface IModel
{
    /// <summary>Asks, and gives the answer or the reason why there is none.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    Task<ModelOutcome> AskAsync(ModelRequest request, CancellationToken cancellationToken);

    /// <summary>What a stored answer comes to, or <see langword="null"/> where there is none. Nothing is sent.</summary>
    /// <param name="request">What would be asked.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    ValueTask<ModelOutcome?> FindAsync(ModelRequest request, CancellationToken cancellationToken);
}
