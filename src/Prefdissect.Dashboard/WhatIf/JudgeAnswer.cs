using Prefdissect.Dissecting.Explaining;
using Prefdissect.Reporting;

namespace Prefdissect.Dashboard.WhatIf;

/// <summary>What one judge's model says of a supposed pair.</summary>
/// <param name="Judge">The judge and its degrees.</param>
/// <param name="Explained">Probability that response A wins, and what each property does to it.</param>
public sealed record JudgeAnswer(JudgeDegrees Judge, PairExplanation Explained);
