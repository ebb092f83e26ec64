using Prefdissect.Models.Answers;
using Prefdissect.Models.Asking;
using Prefdissect.Models.Batches;
using Prefdissect.Models.Costs;
using Prefdissect.Models.Endpoints;
using Prefdissect.Models.Requests;
using Prefdissect.Pairs;

namespace Prefdissect.Workflows.Asking;

/// <summary>Writes requests into files of a provider's batch format, and takes their results as stored answers.</summary>
public static class BatchWorkflow
{
    /// <summary>Writes requests, into several files where one would be larger than the provider takes.</summary>
    /// <param name="named">The model.</param>
    /// <param name="pending">The requests by key.</param>
    /// <param name="path">The first file; the others get a number before their ending.</param>
    /// <returns>The files.</returns>
    /// <exception cref="RequestException">A file is there already: its requests may have been sent.</exception>
    public static IReadOnlyList<string> Write(NamedModel named, IReadOnlyDictionary<ContentHash, ModelRequest> pending, string path)
    {
        var format = BatchFormats.For(named);
        var files = new List<string>();
        FileStream? file = null;
        try
        {
            var (count, bytes) = (0, 0L);
            foreach (var (_, request) in pending.OrderBy(entry => entry.Key))
            {
                var line = format.Line(named, request);
                if (file is null || count >= format.MostRequests || bytes + line.Length + 1 > format.MostBytes)
                {
                    file?.Dispose();
                    file = Create(NameOf(path, files.Count + 1));
                    files.Add(file.Name);
                    (count, bytes) = (0, 0);
                }
                file.Write(line);
                file.WriteByte((byte)'\n');
                (count, bytes) = (count + 1, bytes + line.Length + 1);
            }
        }
        finally
        {
            file?.Dispose();
        }
        return files;
    }

    /// <summary>Reads a file of results to its end, so that one that cannot be read is refused before anything of it is taken.</summary>
    /// <returns>Results in the file.</returns>
    /// <exception cref="InvalidDataException">A line is no result; the message names it.</exception>
    public static int Check(string path) => Results(path).Count();

    /// <summary>Stores the answers of a file of results, that <see cref="Check"/> has passed.</summary>
    /// <param name="named">The model.</param>
    /// <param name="pending">The requests that have no answer, by key.</param>
    /// <param name="cache">Where answers are stored.</param>
    /// <param name="path">The file.</param>
    /// <param name="price">What tokens cost one by one, or <see langword="null"/>.</param>
    /// <param name="received">When the results came.</param>
    /// <exception cref="InvalidDataException">A line is no result; those before it are stored.</exception>
    public static async Task<BatchTaken> TakeAsync(
        NamedModel named, IReadOnlyDictionary<ContentHash, ModelRequest> pending, IAnswerCache cache, string path, TokenPrice? price, DateTimeOffset received)
    {
        var (stored, notAsked, failures) = (new HashSet<ContentHash>(), 0, new Dictionary<ContentHash, ModelFailure>());
        foreach (var result in Results(path))
        {
            if (!pending.TryGetValue(result.Key, out var request) || stored.Contains(result.Key)) notAsked++;
            else if (result.Outcome.Received is { } answer)
            {
                await cache.KeepAsync(result.Key, Stored(named, request, answer, price, received)).ConfigureAwait(false);
                stored.Add(result.Key);
                failures.Remove(result.Key);
            }
            else failures[result.Key] = result.Outcome.Failure!;
        }
        return new BatchTaken(stored.Count, notAsked, failures);
    }

    private static IEnumerable<BatchResult> Results(string path)
    {
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text)) yield return Read(System.Text.Encoding.UTF8.GetBytes(text), path, number);
        }
    }

    private static BatchResult Read(byte[] line, string path, int number)
    {
        try
        {
            var format = BatchFormats.All.FirstOrDefault(format => format.Recognises(line))
                ?? throw new FormatException("there is neither a field response or error, as in OpenAI's results, nor a field result, as in Anthropic's");
            return format.Read(line);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException)
        {
            var what = error is FormatException ? error.Message : "a field has not the kind that the format says";
            throw new InvalidDataException($"{path}, line {number}: {what}. Nothing of the file was taken. Give the file of results as the provider wrote it, not the file of requests.", error);
        }
    }

    private static StoredAnswer Stored(NamedModel named, ModelRequest request, ModelAnswer answer, TokenPrice? price, DateTimeOffset received)
    {
        var usage = answer.Usage ?? new TokenUsage(TokenEstimate.Of(request), TokenEstimate.Of(answer.Text), 0);
        return new StoredAnswer
        {
            Format = answer.Format,
            Raw = answer.Raw,
            Model = named.Endpoint.Model,
            Step = request.Step,
            PromptVersion = request.PromptVersion,
            Usage = usage,
            Cost = price?.Of(usage) * price?.BatchFactor,
            Elapsed = TimeSpan.Zero,
            Received = received,
        };
    }

    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.CreateNew);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new RequestException($"{path}: there is such a file, and its requests may have been sent. Name another one.");
        }
    }

    private static string NameOf(string path, int number) =>
        number == 1 ? path : Path.Combine(Path.GetDirectoryName(path) ?? "", FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(path)}.{number}{Path.GetExtension(path)}"));
}
