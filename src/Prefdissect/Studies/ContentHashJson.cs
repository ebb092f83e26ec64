using System.Text.Json;
using System.Text.Json.Serialization;
using Prefdissect.Pairs;

namespace Prefdissect.Studies;

/// <summary>A content hash as 64 hexadecimal digits.</summary>
internal sealed class ContentHashJson : JsonConverter<ContentHash>
{
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ContentHash.FromBytes(Convert.FromHexString(reader.GetString()!));

    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
