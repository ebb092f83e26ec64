namespace Prefdissect.Bayes.Sampling;

/// <summary>What happened in one transition of a chain.</summary>
/// <param name="Energy">The Hamiltonian at the chosen point: minus the log density plus the kinetic energy.</param>
/// <param name="AcceptanceStatistic">Mean over the trajectory of the Metropolis acceptance probability, 0…1.</param>
/// <param name="TreeDepth">How often the trajectory was doubled.</param>
/// <param name="Leapfrogs">Integrator steps, and so gradients, that the transition took.</param>
/// <param name="Diverged">Whether the energy error exceeded 1,000: the integrator could not follow the density there.</param>
public readonly record struct TransitionInfo(double Energy, double AcceptanceStatistic, int TreeDepth, int Leapfrogs, bool Diverged);
