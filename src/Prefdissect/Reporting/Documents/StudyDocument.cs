using Prefdissect.Workflows;

namespace Prefdissect.Reporting.Documents;

/// <summary>What <c>doctor STUDY --json</c> prints.</summary>
public sealed record StudyDocument
{
    /// <summary>Where it comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether anything in the study is simulated.</summary>
    public required bool Simulated { get; init; }

    /// <summary>Unique pairs.</summary>
    public required int Pairs { get; init; }

    /// <summary>Votes.</summary>
    public required int Votes { get; init; }

    /// <summary>Votes for the side shown as A.</summary>
    public required int AWins { get; init; }

    /// <summary>Votes for the side shown as B.</summary>
    public required int BWins { get; init; }

    /// <summary>Ties.</summary>
    public required int Ties { get; init; }

    /// <summary>Unique queries.</summary>
    public required int Queries { get; init; }

    /// <summary>Unique responses.</summary>
    public required int Responses { get; init; }

    /// <summary>Scenarios.</summary>
    public required int Scenarios { get; init; }

    /// <summary>Pairs whose query is a conversation.</summary>
    public required int MultiTurn { get; init; }

    /// <summary>Pairs with two equal responses.</summary>
    public required int EqualResponses { get; init; }

    /// <summary>Responses with signs of manipulation.</summary>
    public required int FlaggedResponses { get; init; }

    /// <summary>Places in responses that show signs of manipulation; the first 100.</summary>
    public required IReadOnlyList<FlaggedPlaceEntry> FlaggedPlaces { get; init; }

    /// <summary>Responses that were not looked through for signs: <c>annotate</c> and <c>fit</c> do it.</summary>
    public required int UnscannedResponses { get; init; }

    /// <summary>Fits stored.</summary>
    public required int Fits { get; init; }

    /// <summary>The judges.</summary>
    public required IReadOnlyList<Studies.JudgeCounts> Judges { get; init; }

    /// <summary>Usable pairs a judge, group and annotator.</summary>
    public required IReadOnlyList<GroupEntry> Groups { get; init; }

    /// <summary>Whether each rated property is measured and varies.</summary>
    public required IReadOnlyList<PropertyEntry> Properties { get; init; }

    /// <summary>Properties that go together.</summary>
    public required IReadOnlyList<CollinearEntry> Collinear { get; init; }

    /// <summary>Who wrote what each judge saw, of judges whose votes name writers.</summary>
    public required IReadOnlyList<WriterSidesEntry> WriterSides { get; init; }

    /// <summary>Writers told by properties and properties told by writers, where the votes name writers.</summary>
    public required IReadOnlyList<ConfoundedEntry> Confounded { get; init; }

    /// <summary>In a simulated study: agreement of <c>surface</c> with <c>planted</c>.</summary>
    public required IReadOnlyList<AgreementEntry> SurfaceAgreement { get; init; }

    /// <summary>In a simulated study with fits: how far weights are pulled towards 0.</summary>
    public required IReadOnlyList<Attenuation> Attenuation { get; init; }

    /// <summary>What is missing for which command, and what to be careful about.</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>The document of an examination.</summary>
    public static StudyDocument Of(StudyExamination study, Provenance provenance) => new()
    {
        Provenance = provenance,
        Simulated = study.Simulated,
        Pairs = study.Counts.Pairs,
        Votes = study.Counts.Votes,
        AWins = study.Counts.AWins,
        BWins = study.Counts.BWins,
        Ties = study.Counts.Ties,
        Queries = study.Counts.Queries,
        Responses = study.Counts.Responses,
        Scenarios = study.Counts.Scenarios,
        MultiTurn = study.Counts.MultiTurn,
        EqualResponses = study.Counts.EqualResponses,
        FlaggedResponses = study.FlaggedResponses,
        FlaggedPlaces = FlaggedPlaceEntry.Of(study.FlaggedPlaces),
        UnscannedResponses = study.UnscannedResponses,
        Fits = study.Fits,
        Judges = study.Judges,
        Groups =
        [
            .. study.GroupsByVotes.Select(group => GroupEntry.Of(null, group)),
            .. study.Annotators.SelectMany(of => of.Groups.Select(group => GroupEntry.Of(of.Annotator.Id, group))),
        ],
        Properties = [.. study.Annotators.SelectMany(of => of.Properties.Select(use => PropertyEntry.Of(of.Annotator.Id, use)))],
        Collinear = [.. study.Annotators.SelectMany(of => of.Collinearity.Pairs.Select(pair => new CollinearEntry(of.Annotator.Id, pair.One, pair.Other, pair.Correlation)))],
        WriterSides = [.. study.WriterSides.Select(WriterSidesEntry.Of)],
        Confounded =
        [
            .. study.Annotators.SelectMany(of => of.Writers).SelectMany(of => of.Telltales.Select(one => new ConfoundedEntry(
                of.Judge, of.Annotator, one.IsWriter ? one.Name : null, one.IsWriter ? null : one.Name, one.Determination, one.Pairs))),
        ],
        SurfaceAgreement = [.. study.SurfaceAgreement.Select(AgreementEntry.Of).OfType<AgreementEntry>()],
        Attenuation = study.Attenuation,
        Advice = study.Advice,
    };
}
