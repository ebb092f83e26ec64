namespace Prefdissect.Models.Capabilities;

/// <summary>How far a server makes an answer follow a JSON Schema.</summary>
public enum StructuredOutput
{
    /// <summary>It does not: the answer is text, to be read leniently.</summary>
    None,

    /// <summary>It gives some JSON object when asked for one, and ignores a schema.</summary>
    JsonObject,

    /// <summary>It follows a schema that stands beside <c>"type": "json_object"</c>, as older versions of llama.cpp do.</summary>
    SchemaInObject,

    /// <summary>It follows <c>"type": "json_schema"</c>.</summary>
    JsonSchema,
}
