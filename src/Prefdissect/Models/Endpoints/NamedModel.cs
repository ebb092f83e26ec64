using Prefdissect.Models.Costs;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Endpoints;

/// <summary>A model with its settings, as <c>prefdissect.yaml</c> or the command line names it.</summary>
/// <param name="Name">The name given to it; the model's own where none was.</param>
/// <param name="Endpoint">Where it is and how it may be asked.</param>
/// <param name="Parameters">Parameters that replace those of every request.</param>
/// <param name="Price">What its tokens cost, or <see langword="null"/> where the settings do not say.</param>
public sealed record NamedModel(string Name, Endpoint Endpoint, ParameterOverrides Parameters, TokenPrice? Price);
