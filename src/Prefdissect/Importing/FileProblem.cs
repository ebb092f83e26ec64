namespace Prefdissect.Importing;

/// <summary>One thing that is wrong in a file.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Found">What was found, without a full stop; hostile where it quotes the file.</param>
/// <param name="Expected">What was expected, without a full stop.</param>
public sealed record FileProblem(FilePlace Place, string Found, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Found}; expected {Expected}.";
}
