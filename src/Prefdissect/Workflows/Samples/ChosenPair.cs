using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows.Samples;

/// <summary>Which pair is meant by an id that a person gave.</summary>
public static class ChosenPair
{
    /// <summary>The pair's row id and hash.</summary>
    /// <param name="study">The study.</param>
    /// <param name="id">The pair's content hash in hexadecimal digits, or its beginning of at least 6.</param>
    /// <exception cref="RequestException">It is no id, or there is no such pair, or several.</exception>
    public static (long Row, ContentHash Hash) Of(Study study, string id)
    {
        id = id.Trim();
        if (!PairLookup.IsId(id))
        {
            throw new RequestException(
                $"'{(id.Length > 80 ? id[..80] + "…" : id)}' is no id of a pair; one has {2 * ContentHash.Size} hexadecimal digits, of which the first {PairLookup.FewestDigits} or more are enough. List pairs with `prefdissect samples -s {ShellWord.Of(study.Path)}`.");
        }
        return new PairLookup(study).Candidates(id) switch
        {
            [var only] => only,
            [] => throw new RequestException($"The study has no pair '{id}'. List pairs with `prefdissect samples -s {ShellWord.Of(study.Path)}`."),
            var several => throw new RequestException($"Several pairs are meant by '{id}': {StudySelection.Shortened([.. several.Select(pair => pair.Hash.ToString()[..Math.Min(64, id.Length + 6)])])}. Give more digits."),
        };
    }
}
