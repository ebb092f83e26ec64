using Prefdissect.Bayes.Densities;
using Prefdissect.Bayes.Sampling;
using Prefdissect.Bayes.Summaries;
using Prefdissect.Importing;

namespace Prefdissect.Workflows;

/// <summary>Fits the logistic regression to any table with a column of outcomes and numeric columns.</summary>
public static class DesignFitWorkflow
{
    /// <summary>Name of the intercept among the parameters; it comes after the columns.</summary>
    public const string Intercept = "intercept";

    /// <summary>
    /// The prior of an intercept: wide on the scale of log-odds, since a share of ones between 1 and 99 % lies within two standard deviations. It holds at x = 0,
    /// whatever the means of the columns.
    /// </summary>
    public static NormalPrior InterceptPrior { get; } = new(2.5);

    /// <summary>Reads, samples and sums up.</summary>
    /// <param name="path">The table.</param>
    /// <param name="prior">The prior of the columns' weights.</param>
    /// <param name="intercept">The prior of an intercept; <see langword="null"/> for none.</param>
    /// <param name="options">How to sample. The target acceptance is raised to what the prior needs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends the sampling.</param>
    /// <exception cref="ImportException">The file is no such table, or a column has the intercept's name.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static DesignFitResult Run(string path, IPrior prior, IIndependentPrior? intercept, NutsOptions options, TimeProvider time, CancellationToken cancellation)
    {
        var table = NumericTableReader.Read(path);
        if (intercept is not null && table.Columns.Contains(Intercept))
        {
            throw new ImportException(
                new FilePlace(path, 1, Intercept), "a column named intercept", "another name, since the fit has an intercept of its own", "Rename the column, or leave --intercept out.");
        }
        var density = new LogisticRegression(table.Design, [.. table.Outcomes], prior, default, intercept);
        var started = time.GetTimestamp();
        var draws = NutsSampler.Sample(density, options with { TargetAcceptance = Math.Max(options.TargetAcceptance, prior.TargetAcceptance) }, cancellation: cancellation);
        var seconds = time.GetElapsedTime(started).TotalSeconds;
        var summary = PosteriorSummary.Of(draws, intercept is null ? table.Columns : [.. table.Columns, Intercept]);
        var health = summary.Health.With(InfluentialRows.Of(table.Design, [.. table.Outcomes], draws));
        return new DesignFitResult(table.Design.Rows, summary with { Health = health }, seconds);
    }
}
