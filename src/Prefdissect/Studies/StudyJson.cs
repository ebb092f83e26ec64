using System.Text.Json.Serialization;
using Prefdissect.Annotating.Resolving;
using Prefdissect.Dissecting;
using Prefdissect.Dissecting.AnnotatorErrors;
using Prefdissect.Importing;
using Prefdissect.Judging;
using Prefdissect.Models.Capabilities;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>JSON that stands inside columns of the study file.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true, UseStringEnumConverter = true, Converters = [typeof(ContentHashJson)])]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string[][]))]
[JsonSerializable(typeof(Turn[]))]
[JsonSerializable(typeof(JudgeFit))]
[JsonSerializable(typeof(FitCorrection))]
[JsonSerializable(typeof(QueryInfo))]
[JsonSerializable(typeof(ModelCapabilities))]
[JsonSerializable(typeof(ResolvingRules))]
[JsonSerializable(typeof(JudgeDescription))]
internal sealed partial class StudyJson : JsonSerializerContext;
