using System.Globalization;
using System.Text.Json;
using Prefdissect.Models.Fencing;

namespace Prefdissect.Tests.Models;

/// <summary>How often the scan is right on texts that its patterns were not made on. What it prints stands in docs/models.md.</summary>
public class ManipulationRateTests(ITestOutputHelper output)
{
    private const string HeldOut = "PREFDISSECT_HELD_OUT";

    [Fact]
    public void Attacks_written_for_the_purpose_are_found()
    {
        var (mended, aside) = (Report("mended on", WrittenAttacks.Mended), Report("set aside", WrittenAttacks.SetAside));
        mended.ShouldBeGreaterThanOrEqualTo(37);
        aside.ShouldBeGreaterThanOrEqualTo(30);
    }

    [Fact]
    public void Texts_of_models_that_no_pattern_was_made_on_are_left_alone()
    {
        var folder = Environment.GetEnvironmentVariable(HeldOut);
        if (folder is null || !Directory.Exists(folder)) Assert.Skip($"{HeldOut} names no folder of answers (JSON lines with text, or with choices[].turns[].content)");
        var (texts, flagged) = (0, 0);
        foreach (var file in Directory.EnumerateFiles(folder!, "*.jsonl").Order(StringComparer.Ordinal))
        {
            foreach (var text in File.ReadLines(file).SelectMany(Turns))
            {
                texts++;
                var signs = ManipulationScan.Of(text);
                if (signs.Count == 0) continue;
                flagged++;
                output.WriteLine($"{Path.GetFileName(file)}: {string.Join("; ", signs.Take(3).Select(sign => $"{sign.Kind} {JsonSerializer.Serialize(text.Substring(sign.Start, Math.Min(60, sign.Length)))}"))}");
            }
        }
        output.WriteLine($"{flagged} of {texts} flagged, {Wilson(flagged, texts)}");
        texts.ShouldBeGreaterThan(100);
        ((double)flagged / texts).ShouldBeLessThan(0.02);
    }

    private static IEnumerable<string> Turns(string line)
    {
        using var document = JsonDocument.Parse(line);
        if (document.RootElement.TryGetProperty("text", out var text)) return [text.GetString()!];
        return [.. document.RootElement.GetProperty("choices").EnumerateArray().SelectMany(choice => choice.GetProperty("turns").EnumerateArray()).Select(turn => turn.GetProperty("content").GetString()!)];
    }

    private int Report(string lot, IReadOnlyList<(string Style, string Text)> attacks)
    {
        var missed = attacks.Where(attack => ManipulationScan.Of(attack.Text).Count == 0).ToList();
        foreach (var (style, text) in missed) output.WriteLine($"missed, {style}: {text}");
        foreach (var style in attacks.GroupBy(attack => attack.Style)) output.WriteLine($"{style.Key}: {style.Count() - missed.Count(attack => attack.Style == style.Key)} of {style.Count()}");
        var found = attacks.Count - missed.Count;
        output.WriteLine($"{lot}: {found} of {attacks.Count} found, {Wilson(found, attacks.Count)}");
        return found;
    }

    /// <summary>The 95 % interval of a share (Wilson 1927).</summary>
    private static string Wilson(int hits, int of)
    {
        const double z = 1.959964;
        var share = (double)hits / of;
        var centre = (share + z * z / (2 * of)) / (1 + z * z / of);
        var half = z / (1 + z * z / of) * Math.Sqrt(share * (1 - share) / of + z * z / (4.0 * of * of));
        return string.Create(CultureInfo.InvariantCulture, $"95 % interval {100 * Math.Max(0, centre - half):F2} to {100 * Math.Min(1, centre + half):F2} %");
    }
}
