namespace Prefdissect.Scripted;

/// <summary>What a server makes of a schema.</summary>
public enum SchemaSupport
{
    /// <summary>It follows <c>json_schema</c>.</summary>
    Follows,

    /// <summary>It follows a schema beside <c>json_object</c>, and ignores <c>json_schema</c>: llama.cpp of early 2025.</summary>
    FollowsInObject,

    /// <summary>It accepts any form and gives some JSON object.</summary>
    SomeJson,

    /// <summary>It accepts any form and gives text.</summary>
    Ignores,

    /// <summary>It refuses <c>response_format</c> with status 400.</summary>
    Refuses,
}
