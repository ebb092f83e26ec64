using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
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
        Write(endpoint, Find(endpoint).Merge(found), transaction);
        transaction.Commit();
    }

    /// <inheritdoc/>
    public void Replace(Endpoint endpoint, ModelCapabilities found)
    {
        using var transaction = study.Connection.BeginTransaction(deferred: false);
        Write(endpoint, found, transaction);
        transaction.Commit();
    }

    private void Write(Endpoint endpoint, ModelCapabilities known, SqliteTransaction transaction)
    {
        var parameters = new DynamicParameters(Key(endpoint));
        parameters.Add("document", JsonSerializer.Serialize(known, StudyJson.Default.ModelCapabilities));
        study.Connection.Execute("INSERT OR REPLACE INTO capability (kind, address, model, document) VALUES (@kind, @address, @model, @document)", parameters, transaction);
    }

    private static object Key(Endpoint endpoint) => new { kind = EndpointDefaults.Of(endpoint.Kind).Name, address = endpoint.BaseUrl.AbsoluteUri.TrimEnd('/'), model = endpoint.Model };
}
