namespace Prefdissect.Importing;

/// <summary>The form in which names are compared where files differ in writing them.</summary>
internal static class LooseName
{
    /// <summary>The name in lower case without white space, dashes, underscores, commas and dots.</summary>
    public static string Of(string name) =>
        string.Concat(name.Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '_' or ',' or '.'))).ToLowerInvariant();
}
