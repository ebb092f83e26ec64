using Prefdissect.Annotating;
using Prefdissect.Importing;
using Prefdissect.Pairs;
using Prefdissect.Studies;

namespace Prefdissect.Workflows;

/// <summary>Reads files of votes into a study, each file whole or not at all. A file that fails does not keep the others out.</summary>
public static class ImportWorkflow
{
    private const int RefusedShown = 20;
    private const int ReportEvery = 1000;

    /// <summary>Imports the files.</summary>
    /// <exception cref="StudyException">The study cannot be written.</exception>
    /// <exception cref="RequestException">The study is simulated: real votes would be taken for simulated ones.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; files that were complete are kept, the one under way is not.</exception>
    public static ImportResult Run(Study study, ImportRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var reader = new StudyReader(study);
        var before = reader.Counts();
        var files = request.Files.Select((_, index) => Import(study, index, request, progress, cancellation)).ToList();
        return new ImportResult(files, before, reader.Counts(), reader.DataHash().ToString());
    }

    private static ImportedFile Import(Study study, int index, ImportRequest request, IProgress<WorkProgress>? progress, CancellationToken cancellation)
    {
        var path = request.Files[index];
        var outcome = new ImportedFile(path, null);
        try
        {
            using var file = VoteFile.Open(path, request.Options);
            outcome = outcome with { Format = file.Format };
            using var refused = new RefusedRowsFile(study.Path, UniqueName(request.Files, index));
            using var write = study.BeginWrite();
            RefuseSimulated(study);
            using var writer = new RowWriter(study, write, new VoteSource(request.SourceName ?? Path.GetFileName(path), file.Format, Simulated: false));
            foreach (var row in file.Rows(cancellation))
            {
                outcome = Take(row, outcome, writer, refused);
                if (outcome.Rows % ReportEvery == 0) progress?.Report(new WorkProgress($"KB of {Path.GetFileName(path)}", file.BytesRead / 1024, file.Length / 1024));
            }
            outcome = outcome with { Notes = [.. file.Notes, .. new[] { outcome.UnnamedNote }.OfType<string>()] };
            if (outcome.Refused > 0 && request.BadRows == BadRows.RefuseFile) return outcome with { Failure = WhyRefused(outcome) };
            writer.Complete();
            write.Commit();
            return outcome with { RefusedRowsFile = refused.Complete() };
        }
        catch (ImportException error)
        {
            return outcome with { Failure = error.Message };
        }
    }

    private static void RefuseSimulated(Study study)
    {
        if (!new StudyReader(study).IsSimulated()) return;
        throw new RequestException($"{study.Path}: the study is simulated, and simulated votes are not mixed with others. Name a new file with -s.");
    }

    /// <summary>The file's name without folders; from the second of a name on, with its number.</summary>
    internal static string UniqueName(IReadOnlyList<string> files, int index)
    {
        var name = Path.GetFileName(files[index]);
        var earlier = files.Take(index).Count(file => Path.GetFileName(file) == name);
        return earlier == 0 ? name : $"{name}.{earlier + 1}";
    }

    private static ImportedFile Take(ImportedRow row, ImportedFile outcome, RowWriter writer, RefusedRowsFile refused)
    {
        if (row is RefusedRow bad)
        {
            refused.Add(bad);
            return outcome with
            {
                Rows = outcome.Rows + 1,
                Refused = outcome.Refused + 1,
                FirstRefused = outcome.Refused < RefusedShown ? [.. outcome.FirstRefused, bad] : outcome.FirstRefused,
            };
        }
        var read = (ReadRow)row;
        writer.Add(read);
        return outcome with
        {
            Rows = outcome.Rows + 1,
            Votes = outcome.Votes + read.Votes.Count,
            UnnamedVotes = outcome.UnnamedVotes + read.Votes.Count(vote => vote.Judge is null),
        };
    }

    /// <summary>Why a file with refused rows was not imported.</summary>
    internal static string WhyRefused(ImportedFile file)
    {
        var first = file.FirstRefused[0].Reason;
        return file.Refused == 1 ? first : $"{first} ({file.Refused - 1} more of {file.Rows} rows are bad.)";
    }

    /// <summary>Writes one file's rows: votes, and what else they carry.</summary>
    private sealed class RowWriter(Study study, StudyWrite write, VoteSource source) : IDisposable
    {
        private readonly VoteWriter votes = write.Votes(source);
        private readonly ImportedReadings readings = new(study, write);
        private RatingWriter? ratings;

        public void Add(ReadRow row)
        {
            var pair = 0L;
            foreach (var vote in row.Votes) pair = votes.Add(vote);
            if (row.FirstToken is not null) readings.Add(pair, row.Votes[0], row.FirstToken);
            if (row.Reference is not null) votes.AddReference(pair, row.Reference);
            if (row.RatingsA.Count + row.RatingsB.Count == 0 && row.QueryInfo is null) return;
            ratings ??= write.Ratings(AnnotatorIdentity.Published);
            if (row.QueryInfo is not null) ratings.AddQueryInfo(pair, row.QueryInfo);
            var ofPair = row.Votes[0].Pair;
            var aSide = ofPair.First.Hash == row.Votes[0].A.Hash ? PairSide.First : PairSide.Second;
            foreach (var (property, rating) in row.RatingsA) ratings.AddToPair(pair, aSide, property, rating);
            foreach (var (property, rating) in row.RatingsB) ratings.AddToPair(pair, aSide == PairSide.First ? PairSide.Second : PairSide.First, property, rating);
        }

        public void Complete() => votes.Complete();

        public void Dispose()
        {
            votes.Dispose();
            readings.Dispose();
            ratings?.Dispose();
        }
    }
}
