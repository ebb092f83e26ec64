using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Prefdissect.Reporting.Documents;

namespace Prefdissect.Reporting;

/// <summary>
/// Documents as JSON: indented, field names in lower camel case, nulls written, LF line ends. Everything that HTML could take for markup is escaped,
/// and a number that is not finite is refused.
/// </summary>
public static class DocumentJson
{
    /// <summary>Writes a document and a line end.</summary>
    /// <exception cref="InvalidOperationException"><typeparamref name="T"/> is not one of the documents.</exception>
    /// <exception cref="ArgumentException">A number of the document is not finite.</exception>
    public static void Write<T>(TextWriter output, T document)
    {
        output.Write(JsonSerializer.Serialize(document, typeof(T), DocumentJsonContext.Default));
        output.Write('\n');
    }

    /// <summary>The fields of a document or entry, in the order in which JSON has them.</summary>
    internal static IReadOnlyList<JsonPropertyInfo> FieldsOf<T>() =>
        [.. (DocumentJsonContext.Default.GetTypeInfo(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not one of the documents.")).Properties];
}

/// <summary>The documents that can be written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AnnotateDocument))]
[JsonSerializable(typeof(LlmAnnotateDocument))]
[JsonSerializable(typeof(AnnotationStatusDocument))]
[JsonSerializable(typeof(EstimateDocument))]
[JsonSerializable(typeof(ReferenceDocument))]
[JsonSerializable(typeof(ModelsCheckDocument))]
[JsonSerializable(typeof(AgreementDocument))]
[JsonSerializable(typeof(ScenarioDocument))]
[JsonSerializable(typeof(PropertiesDocument))]
[JsonSerializable(typeof(ContrastDocument))]
[JsonSerializable(typeof(ContrastEntry))]
[JsonSerializable(typeof(DesignFitDocument))]
[JsonSerializable(typeof(DissectDocument))]
[JsonSerializable(typeof(ExplainDocument))]
[JsonSerializable(typeof(ExportWeightsDocument))]
[JsonSerializable(typeof(FitDocument))]
[JsonSerializable(typeof(ImportDocument))]
[JsonSerializable(typeof(AddJudgeDocument))]
[JsonSerializable(typeof(JudgeDocument))]
[JsonSerializable(typeof(PowerDocument))]
[JsonSerializable(typeof(AskedDocument))]
[JsonSerializable(typeof(JudgesDocument))]
[JsonSerializable(typeof(SimulationDocument))]
[JsonSerializable(typeof(StudyDocument))]
[JsonSerializable(typeof(VoteFileDocument))]
[JsonSerializable(typeof(WeightEntry))]
[JsonSerializable(typeof(PaperBenchDocument))]
[JsonSerializable(typeof(PosteriorBenchDocument))]
[JsonSerializable(typeof(PropertyShareEntry))]
[JsonSerializable(typeof(ShapleyBenchDocument))]
[JsonSerializable(typeof(SimilarityDocument))]
internal sealed partial class DocumentJsonContext : JsonSerializerContext;
