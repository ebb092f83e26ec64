using System.Text.Json;
using Dapper;
using Prefdissect.Models.Capabilities;
using Prefdissect.Models.Endpoints;

namespace Prefdissect.Studies;

/// <summary>What endpoints can do, as this study found out.</summary>
public sealed class CapabilityStore(Study study) : ICapabilityStore
{
    /// <inheritdoc/>
    public ModelCapabilities Find(Endpoint endpoint)
    {
        var document = study.Connection.QuerySingleOrDefault<string>("SELECT document FROM capability WHERE kind = @kind AND address = @address AND model = @model", Key(endpoint));
        return document is null ? ModelCapabilities.Unknown : JsonSerializer.Deserialize(document, StudyJson.Default.ModelCapabilities)!;
    }

    /// <inheritdoc/>
    public void Add(Endpoint endpoint, ModelCapabilities found)
    {
        using var transaction = study.Connection.BeginTransaction(deferred: false);
        var parameters = new DynamicParameters(Key(endpoint));
        parameters.Add("document", JsonSerializer.Serialize(Find(endpoint).Merge(found), StudyJson.Default.ModelCapabilities));
        study.Connection.Execute("INSERT OR REPLACE INTO capability (kind, address, model, document) VALUES (@kind, @address, @model, @document)", parameters, transaction);
        transaction.Commit();
    }

    private static object Key(Endpoint endpoint) => new { kind = EndpointDefaults.Of(endpoint.Kind).Name, address = endpoint.BaseUrl.AbsoluteUri.TrimEnd('/'), model = endpoint.Model };
}
