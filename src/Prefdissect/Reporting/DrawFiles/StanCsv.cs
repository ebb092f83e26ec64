using System.Globalization;
using Prefdissect.Dissecting;

namespace Prefdissect.Reporting.DrawFiles;

/// <summary>
/// A file a chain as CmdStan writes them: comments, a header, a row a draw. Columns are named after the properties, with underscores. There are no columns of the
/// sampler (<c>lp__</c>, <c>stepsize__</c> …): they are not kept with the draws, and none are made up.
/// </summary>
public sealed class StanCsv : IDrawFormat
{
    /// <inheritdoc/>
    public string Name => "stan";

    /// <inheritdoc/>
    public string Description => "a CSV a chain as CmdStan writes them, for ArviZ (from_cmdstan)";

    /// <inheritdoc/>
    public IEnumerable<(string Suffix, Action<TextWriter> Write)> Files(SampledFit fit, Provenance provenance) => Enumerable.Range(0, fit.Draws.Chains)
        .Select(chain => (string.Create(CultureInfo.InvariantCulture, $"-{chain + 1}.csv"), (Action<TextWriter>)(output => Write(output, fit, chain, provenance))));

    /// <summary>Names of the columns: properties with underscores, a number after those that would be equal then.</summary>
    internal static IReadOnlyList<string> Columns(IReadOnlyList<string> properties)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var columns = new List<string>();
        foreach (var property in properties)
        {
            // A dot tells an element of an array, and two underscores at the end a column of the sampler.
            var trimmed = DrawFormats.Plain(property).Replace('.', '_').Replace('-', '_').TrimEnd('_');
            var plain = trimmed.Length == 0 ? "weight" : trimmed;
            var name = plain;
            for (var number = 2; !taken.Add(name); number++) name = string.Create(CultureInfo.InvariantCulture, $"{plain}_{number}");
            columns.Add(name);
        }
        return columns;
    }

    private static void Write(TextWriter output, SampledFit fit, int chain, Provenance provenance)
    {
        var (draws, options) = (fit.Draws, fit.Fit.Options);
        string[] comments =
        [
            $"prefdissect_version = {provenance.Version}",
            "model = prefdissect_weights",
            "method = sample (Default)",
            "  sample",
            $"    num_samples = {draws.DrawsPerChain.ToString(CultureInfo.InvariantCulture)}",
            $"    num_warmup = {options.Warmup.ToString(CultureInfo.InvariantCulture)}",
            "    save_warmup = 0 (Default)",
            "    thin = 1 (Default)",
            $"id = {(chain + 1).ToString(CultureInfo.InvariantCulture)}",
            $"judge = {PlainText.OneLine(fit.Fit.Subject.Judge)}",
            $"group = {PlainText.OneLine(fit.Fit.Subject.Group)}",
            $"annotator = {PlainText.OneLine(fit.Fit.Subject.Annotator.Id)}",
            $"data = {fit.Fit.DataHash}",
        ];
        foreach (var comment in comments) output.Write($"# {comment}\n");
        output.Write(string.Join(',', Columns(draws.Properties)));
        output.Write('\n');
        for (var draw = 0; draw < draws.DrawsPerChain; draw++)
        {
            var row = draws.Draw(chain * draws.DrawsPerChain + draw);
            for (var column = 0; column < row.Length; column++)
            {
                if (column > 0) output.Write(',');
                output.Write(row[column].ToString("R", CultureInfo.InvariantCulture));
            }
            output.Write('\n');
        }
    }
}
