using Prefdissect.Models.Answers;
using Prefdissect.Pairs;

namespace Prefdissect.Models.Batches;

/// <summary>What a batch says of one request.</summary>
/// <param name="Key">The request's key.</param>
/// <param name="Outcome">The answer, with its body as it came, or the failure.</param>
public sealed record BatchResult(ContentHash Key, ModelOutcome Outcome);
