using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;

namespace Prefdissect.Models.Batches;

/// <summary>A provider's format of requests that are answered together later, at a lower price.</summary>
public interface IBatchFormat
{
    /// <summary>The format's name: <c>openai</c>.</summary>
    string Name { get; }

    /// <summary>Most requests in one file.</summary>
    int MostRequests { get; }

    /// <summary>Largest file in bytes.</summary>
    long MostBytes { get; }

    /// <summary>A request as one line without its end, UTF-8; its id is its key.</summary>
    /// <exception cref="NotSupportedException">The format has no way for the request's shape or parameters; the message says which.</exception>
    byte[] Line(NamedModel model, ModelRequest request);

    /// <summary>Whether a line of results is in this format.</summary>
    bool Recognises(ReadOnlyMemory<byte> line);

    /// <summary>What a line of results says.</summary>
    /// <exception cref="FormatException">The line is not in this format; the message says what is wrong.</exception>
    BatchResult Read(ReadOnlyMemory<byte> line);
}
