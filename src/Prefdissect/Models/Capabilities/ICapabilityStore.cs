using Prefdissect.Models.Endpoints;

namespace Prefdissect.Models.Capabilities;

/// <summary>Remembers what endpoints can do, by kind, address and model.</summary>
public interface ICapabilityStore
{
    /// <summary>What is known; <see cref="ModelCapabilities.Unknown"/> where nothing is.</summary>
    ModelCapabilities Find(Endpoint endpoint);

    /// <summary>Adds what was found to what is known.</summary>
    void Add(Endpoint endpoint, ModelCapabilities found);

    /// <summary>Puts what was found in the place of all that is known.</summary>
    void Replace(Endpoint endpoint, ModelCapabilities found);
}
