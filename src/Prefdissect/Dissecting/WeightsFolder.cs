using System.Globalization;
using System.Text;
using System.Text.Json;
using Prefdissect.Properties;

namespace Prefdissect.Dissecting;

/// <summary>
/// A folder of weights in the paper's format: one file a group, <c>model_GROUP_fitted_paras.jsonl</c>, one JSON object a judge with <c>model_name</c> and
/// <c>parameters</c>, the 29 weights in the published order. A property that was not in the fit is <c>null</c>, which the paper's own files never have.
/// Characters of a group's name that a file's name cannot hold are written as <c>%</c> and two hexadecimal digits.
/// </summary>
public static class WeightsFolder
{
    private const string Start = "model_";
    private const string End = "_fitted_paras.jsonl";
    private const long LargestFile = 256L << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every such file of a folder: by group in ordinal order of the file names, then in the order of the lines.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is not in the format, or there is none; the message names file, line and field.</exception>
    public static IReadOnlyList<JudgeWeights> Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        var files = Directory.GetFiles(folder).Where(IsWeightsFile).Order(StringComparer.Ordinal).ToArray();
        if (files.Length == 0)
            throw new InvalidDataException($"{folder}: no file is named {Start}GROUP{End}, as in {Start}all{End}.");
        return [.. files.SelectMany(ReadFile)];
    }

    /// <summary>Writes weights into a folder, which is made where there is none; a file of the same group is replaced.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="weights">Weights, each judge and group once.</param>
    /// <exception cref="ArgumentException">A judge has two sets of weights in a group, a weight is not finite, or a property is none of the 29.</exception>
    public static void Write(string folder, IEnumerable<JudgeWeights> weights)
    {
        var files = weights.GroupBy(one => one.Group).ToDictionary(group => Path.Combine(folder, FileNameOf(group.Key)), Lines);
        Directory.CreateDirectory(folder);
        foreach (var (file, lines) in files) File.WriteAllText(file, lines, Utf8);
    }

    /// <summary>The file name of a group.</summary>
    public static string FileNameOf(string group)
    {
        var name = new StringBuilder(Start);
        foreach (var letter in group)
        {
            if (letter < ' ' || "%/\\:*?\"<>|".Contains(letter)) name.Append(CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else name.Append(letter);
        }
        return name.Append(End).ToString();
    }

    private static string GroupOf(string file) => Uri.UnescapeDataString(Path.GetFileName(file)[Start.Length..^End.Length]);

    private static bool IsWeightsFile(string file)
    {
        var name = Path.GetFileName(file);
        return name.Length > Start.Length + End.Length && name.StartsWith(Start, StringComparison.Ordinal) && name.EndsWith(End, StringComparison.Ordinal);
    }

    private static string Lines(IEnumerable<JudgeWeights> group)
    {
        var lines = new StringBuilder();
        var judges = new HashSet<string>();
        foreach (var weights in group)
        {
            if (!judges.Add(weights.Judge)) throw new ArgumentException($"Judge '{weights.Judge}' has two sets of weights in group '{weights.Group}'.");
            foreach (var (property, weight) in weights.Values)
            {
                if (PublishedProperties.All.All(known => known.ShortName != property))
                    throw new ArgumentException($"'{property}' is none of the 29 published properties, which the format is made of.");
                if (!double.IsFinite(weight)) throw new ArgumentException($"The weight of '{property}' of judge '{weights.Judge}' is {weight}; it must be finite.");
            }
            var parameters = PublishedProperties.All.Select(property => weights.Values.TryGetValue(property.ShortName, out var weight) ? weight : (double?)null);
            lines.Append("{\"model_name\": ").Append(JsonSerializer.Serialize(weights.Judge)).Append(", \"parameters\": [")
                .AppendJoin(", ", parameters.Select(weight => weight?.ToString("R", CultureInfo.InvariantCulture) ?? "null")).Append("]}\n");
        }
        return lines.ToString();
    }

    private static List<JudgeWeights> ReadFile(string file)
    {
        var size = new FileInfo(file).Length;
        if (size > LargestFile) throw new InvalidDataException($"{file}: {size} bytes are more than weights can take ({LargestFile}).");
        var read = new List<JudgeWeights>();
        var judges = new Dictionary<string, int>();
        using var reader = new StreamReader(file, Utf8);
        for (var line = 1; NextLine(reader, file, line) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            var weights = ReadLine(text, GroupOf(file), (field, problem) => new InvalidDataException($"{file}, line {line}, {field}: {problem}"));
            if (!judges.TryAdd(weights.Judge, line))
                throw new InvalidDataException($"{file}, line {line}, model_name: '{weights.Judge}' stands in line {judges[weights.Judge]} already; remove one.");
            read.Add(weights);
        }
        return read.Count > 0 ? read : throw new InvalidDataException($"{file}: no judge in it; expected one JSON object a line.");
    }

    private static string? NextLine(StreamReader reader, string file, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException($"{file}, at or after line {line}: not UTF-8 text; save it as UTF-8.");
        }
    }

    private static JudgeWeights ReadLine(string text, string group, Func<string, string, InvalidDataException> error)
    {
        using var document = ParseLine(text, error);
        var judge = document.RootElement;
        if (judge.ValueKind != JsonValueKind.Object) throw error("whole line", $"found {Kind(judge)}, expected an object with model_name and parameters.");
        if (!judge.TryGetProperty("model_name", out var name)) throw error("model_name", "missing; expected the judge's name.");
        if (name.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(name.GetString()))
            throw error("model_name", $"found {Kind(name)}, expected the judge's name as a text.");
        if (!judge.TryGetProperty("parameters", out var parameters)) throw error("parameters", "missing; expected the 29 weights.");
        if (parameters.ValueKind != JsonValueKind.Array) throw error("parameters", $"found {Kind(parameters)}, expected a list of the 29 weights.");
        var count = PublishedProperties.All.Count;
        if (parameters.GetArrayLength() != count)
            throw error("parameters", $"found {parameters.GetArrayLength()} numbers, expected {count}, one for each property in the published order.");
        var values = new Dictionary<string, double>();
        foreach (var (weight, p) in parameters.EnumerateArray().Select((weight, p) => (weight, p)))
        {
            if (weight.ValueKind == JsonValueKind.Null) continue;
            if (weight.ValueKind != JsonValueKind.Number || !weight.TryGetDouble(out var value) || !double.IsFinite(value))
            {
                var property = PublishedProperties.All[p].ShortName;
                throw error($"parameters[{p}]", $"found {Kind(weight)}, expected a finite number (or null where '{property}' was not fitted).");
            }
            values.Add(PublishedProperties.All[p].ShortName, value);
        }
        return new JudgeWeights(name.GetString()!, group, values);
    }

    private static JsonDocument ParseLine(string text, Func<string, string, InvalidDataException> error)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException problem)
        {
            throw error($"character {problem.BytePositionInLine + 1}", "not JSON; expected {\"model_name\": …, \"parameters\": […]} on one line.");
        }
    }

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{Shortened(element.GetString()!)}\"",
        JsonValueKind.Number => $"the number {Shortened(element.GetRawText())}",
        JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        _ => "null",
    };

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
