namespace Prefdissect.Figures.Clustering;

/// <summary>
/// One step of a hierarchical clustering of n leaves. Nodes 0 … n−1 are the leaves, node n+k is the outcome of the k-th merge (0-based).
/// </summary>
/// <param name="Left">The node drawn first.</param>
/// <param name="Right">The node drawn second.</param>
/// <param name="Height">The distance at which the two merge, ≥ 0.</param>
/// <param name="Size">Leaves under the new node.</param>
public sealed record Merge(int Left, int Right, double Height, int Size);
