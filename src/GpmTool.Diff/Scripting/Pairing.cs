using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>Two numbered graphs and which nodes belong together; seen from either side.</summary>
/// <param name="Left">The graph looked from.</param>
/// <param name="Right">The graph looked at.</param>
/// <param name="Image">The partner of each node of <paramref name="Left"/>, −1 for none.</param>
/// <param name="Origin">The partner of each node of <paramref name="Right"/>, −1 for none.</param>
/// <param name="IsSettledLeft">Nodes of <paramref name="Left"/> whose coming, going or place an operation explains already.</param>
/// <param name="IsSettledRight">The same for <paramref name="Right"/>.</param>
internal sealed record Pairing(Side Left, Side Right, int[] Image, int[] Origin, bool[] IsSettledLeft, bool[] IsSettledRight)
{
    /// <summary>The same from the other side; what is settled in one is settled in the other.</summary>
    public Pairing Flipped() => new(Right, Left, Origin, Image, IsSettledRight, IsSettledLeft);

    /// <summary>Whether a node of the left is in both graphs.</summary>
    public bool IsKept(int left) => Image[left] >= 0;

    /// <summary>Marks a node of the left, and its partner, as explained.</summary>
    public void Settle(int left)
    {
        IsSettledLeft[left] = true;
        if (Image[left] >= 0) IsSettledRight[Image[left]] = true;
    }

    /// <summary>Whether a node of the left is an activity.</summary>
    public bool IsActivity(int left) => Left.Nodes[left].Kind.IsActivity();

    /// <summary>Whether a node of the left is a gateway.</summary>
    public bool IsGateway(int left) => Left.Nodes[left].Kind.IsGateway();
}
