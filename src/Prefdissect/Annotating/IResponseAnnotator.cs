using Prefdissect.Properties;

namespace Prefdissect.Annotating;

/// <summary>An annotator that rates a response by its text alone. Implementations are safe to use from several threads.</summary>
public interface IResponseAnnotator
{
    /// <summary>Who it is.</summary>
    AnnotatorIdentity Identity { get; }

    /// <summary>The properties that it can rate, in the published order; all others it does not measure.</summary>
    IReadOnlyList<Property> Properties { get; }

    /// <summary>The ratings of one response, parallel to <see cref="Properties"/>.</summary>
    /// <param name="response">Text of the response, hostile.</param>
    IReadOnlyList<Rating> Rate(string response);
}
