namespace Prefdissect.Models.Requests;

/// <summary>What is added to the log-odds of one token while sampling.</summary>
/// <param name="Token">Id in the server's vocabulary.</param>
/// <param name="Bias">What is added; 1000 forces the token on llama.cpp.</param>
public sealed record TokenBias(int Token, double Bias);
