using System.Text.Json.Serialization;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>JSON that stands inside columns of the study file.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(Turn[]))]
internal sealed partial class StudyJson : JsonSerializerContext;
