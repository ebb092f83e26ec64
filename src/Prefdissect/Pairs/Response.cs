namespace Prefdissect.Pairs;

/// <summary>One answer to a query. Its text is hostile: escape it in pages, fence it in prompts.</summary>
public sealed record Response
{
    /// <summary>A response with its text as it came.</summary>
    public Response(string text)
    {
        Text = text;
        Hash = ContentHash.Of("response", TextIdentity.Of(text));
    }

    /// <summary>The text as it came.</summary>
    public string Text { get; }

    /// <summary>Identity of the response by content.</summary>
    public ContentHash Hash { get; }

    /// <summary>Two responses are equal when their content is.</summary>
    public bool Equals(Response? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
