using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Importing;

namespace Prefdissect.Workflows;

/// <summary>Fits the logistic regression to any table with a column of outcomes and numeric columns.</summary>
public static class DesignFitWorkflow
{
    /// <summary>Reads, samples and sums up.</summary>
    /// <exception cref="ImportException">The file is no such table.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static DesignFitResult Run(string path, IPrior prior, NutsOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var table = NumericTableReader.Read(path);
        var density = new LogisticRegression(table.Design, [.. table.Outcomes], prior);
        var started = time.GetTimestamp();
        var draws = NutsSampler.Sample(density, options, cancellation: cancellation);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        return new DesignFitResult(table.Design.Rows, PosteriorSummary.Of(draws, table.Columns), seconds);
    }
}
