using GpmTool.Model;

namespace GpmTool.Diff;

/// <summary>
/// Finds which nodes of two graphs stand for the same thing, without relying on shared ids. Label, kind, role, documents and (as
/// far as it can be trusted) the id give a first similarity, which spreads along the flows; then the best assignment is chosen.
/// How much neighbours count and how alike a pair must be depends on how much the two models agree as a whole: in versions of one
/// model a step with another name in the same place is that step renamed; in models drawn independently only words tell.
/// O(n² · degree² · rounds). Deterministic; the graphs the other way round give the same pairs.
/// </summary>
internal sealed class GraphMatcher
{
    private const double Certain = 0.75; // a label this alike is a partner when the agreement of two models is estimated
    private const double Tie = 1e-3; // what position adds at most: enough to order equals, too little to decide otherwise

    private const double LikeStage = 0.3; // how far apart in their processes two nodes at a like stage stand at most
    private const double OtherLevel = 0.5; // a sub-process begins and ends inside; that is hardly how the process does
    private const int RoundsOfPresuming = 3; // what is presumed speaks for its neighbours

    private readonly Side _left;
    private readonly Side _right;
    private readonly MatchWeights _weights;
    private readonly LabelSimilarity _labels;
    private readonly LabelSimilarity _roles;
    private readonly int[] _leftLabels;
    private readonly int[] _rightLabels;
    private readonly double[] _leftPlace;
    private readonly double[] _rightPlace;
    private readonly HashSet<(int, int)> _different;
    private readonly int _leftTimer;
    private readonly int _rightTimer;
    private readonly double _trust;

    public GraphMatcher(Side left, Side right, ComparisonOptions options)
    {
        _left = left;
        _right = right;
        _weights = options.Weights;
        _labels = new LabelSimilarity(left.Nodes.Concat(right.Nodes).Select(node => node.Name), _weights, options.Thesaurus);
        _roles = new LabelSimilarity(left.Roles.Concat(right.Roles), _weights, options.Thesaurus);
        _leftLabels = [.. left.Nodes.Select(node => _labels.Number(node.Name))];
        _rightLabels = [.. right.Nodes.Select(node => _labels.Number(node.Name))];
        _leftPlace = Places.Of(left);
        _rightPlace = Places.Of(right);
        _different = [.. options.Pins.Different.Select(pin => (left.Number(pin.BeforeId), right.Number(pin.AfterId)))];
        _leftTimer = OnlyTimer(left);
        _rightTimer = OnlyTimer(right);
        _trust = Trust();
        Agreement = Agree();
        var range = Math.Max(1e-6, _weights.VersionsFrom - _weights.StrangersTo);
        Kinship = Math.Clamp((Agreement - _weights.StrangersTo) / range, 0, 1);
    }

    /// <summary>The share of labelled nodes whose label has a like on the other side.</summary>
    public double Agreement { get; }

    /// <summary>0: drawn independently; 1: versions of one model.</summary>
    public double Kinship { get; }

    /// <summary>The similarities of the nodes alone, after <see cref="Match"/>.</summary>
    public double[,] First { get; private set; } = new double[0, 0];

    /// <summary>The similarities with neighbours, after <see cref="Match"/>.</summary>
    public double[,] Scores { get; private set; } = new double[0, 0];

    /// <summary>The label similarity of two nodes.</summary>
    public double Label(int i, int j) => _labels.Of(_leftLabels[i], _rightLabels[j]);

    /// <summary>Whether a node of the first graph has no label.</summary>
    public bool IsUnlabelled(int i) => _labels.IsEmpty(_leftLabels[i]);

    /// <summary>The pairs: for each node of the first graph that of the second, −1 for none.</summary>
    public int[] Match(IReadOnlyList<(int I, int J)> pinned)
    {
        var rows = _left.Nodes.Length;
        var columns = _right.Nodes.Length;
        First = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++) First[i, j] = Similarity(i, j);
        foreach (var (i, j) in pinned)
        {
            for (var k = 0; k < columns; k++) First[i, k] = 0;
            for (var k = 0; k < rows; k++) First[k, j] = 0;
            First[i, j] = 1;
        }

        Scores = SimilarityFlooding.Spread(_left, _right, First, Share, _weights.Rounds);
        var threshold = _weights.ThresholdOfStrangers + (_weights.Threshold - _weights.ThresholdOfStrangers) * Kinship;
        var gain = new double[rows, columns];
        for (var i = 0; i < rows; i++)
            for (var j = 0; j < columns; j++)
                if (Scores[i, j] >= threshold) gain[i, j] = Scores[i, j] - threshold + Tie * (1 - Math.Abs(_leftPlace[i] - _rightPlace[j]));
        foreach (var (i, j) in pinned) gain[i, j] = rows + columns;
        var image = Grouped.Assign(gain);
        Presumed = new bool[rows];
        if (Kinship < _weights.SamePlaceFrom)
            for (var round = 0; round < RoundsOfPresuming && Presume(image); round++) { }
        if (Kinship >= _weights.SamePlaceFrom)
        {
            new SamePlace(
                _left,
                _right,
                image,
                Label,
                (i, j) => _labels.IsEmpty(_leftLabels[i]) || _labels.IsEmpty(_rightLabels[j]),
                (i, j) => Group(_left.Nodes[i].Kind) == Group(_right.Nodes[j].Kind) && !_different.Contains((i, j)),
                _weights).Run(pinned);
        }

        return image;
    }

    /// <summary>Which nodes of the first graph have a partner that is only presumed, after <see cref="Match"/>.</summary>
    public bool[] Presumed { get; private set; } = [];

    // Words alone find few partners between strangers, and a reader is told nothing by "all of this goes, all of that comes". Among
    // what is left, words and place together say what probably does the same job.
    private bool Presume(int[] image)
    {
        var rows = _left.Nodes.Length;
        var columns = _right.Nodes.Length;
        var taken = image.Where(j => j >= 0).ToHashSet();
        var anchored = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                if (image[i] == j) anchored[i, j] = 1;
                else if (image[i] < 0 && !taken.Contains(j)) anchored[i, j] = First[i, j];
        }

        var scores = SimilarityFlooding.Spread(_left, _right, anchored, (_, _) => _weights.NeighboursOfPresumed, _weights.Rounds);
        var gain = new double[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                if (image[i] >= 0 || taken.Contains(j) || First[i, j] <= 0 || !HaveWordsInCommon(i, j)) continue;
                var score = (IsBegin(i, j) ? Math.Max(_weights.PresumedFrom, scores[i, j]) : scores[i, j]) - (_weights.PlaceOfPresumed * Math.Abs(_leftPlace[i] - _rightPlace[j]));
                score += _weights.AttributesOfPresumed * Attributes(_left.Nodes[i].Gpm, _right.Nodes[j].Gpm);
                if (IsOnlyTimer(i, j)) score = Math.Max(_weights.PresumedFrom, score);
                if (score >= _weights.PresumedFrom) gain[i, j] = score - _weights.PresumedFrom + Tie;
            }
        }

        var presumed = Grouped.Assign(gain);
        var isNew = false;
        for (var i = 0; i < rows; i++)
        {
            if (image[i] >= 0 || presumed[i] < 0) continue;
            image[i] = presumed[i];
            Presumed[i] = isNew = true;
        }

        return isNew;
    }

    // How a process begins is the same job whatever the office calls it; all else needs a word in common.
    private bool IsBegin(int i, int j) => _left.Nodes[i].Kind == NodeKind.StartEvent && _right.Nodes[j].Kind == NodeKind.StartEvent && IsOnSameLevel(i, j);

    private bool IsOnSameLevel(int i, int j) => _left.Index.Node(_left.Nodes[i].ParentId) is null == _right.Index.Node(_right.Nodes[j].ParentId) is null;

    // Where both wait for a time once, in the same way and at a like stage, they wait for the same.
    private bool IsOnlyTimer(int i, int j) =>
        _leftTimer == i && _rightTimer == j && Math.Abs(_leftPlace[i] - _rightPlace[j]) <= LikeStage
        && _left.Nodes[i].EventDefinitions[0].Timer == _right.Nodes[j].EventDefinitions[0].Timer;

    private static int OnlyTimer(Side side)
    {
        var timers = Enumerable.Range(0, side.Nodes.Length).Where(i => side.Nodes[i].Kind is NodeKind.BoundaryEvent or NodeKind.IntermediateCatchEvent && side.Nodes[i].EventDefinitions is [{ Kind: EventKind.Timer }]).Take(2).ToArray();
        return timers is [var only] ? only : -1;
    }

    private bool HaveWordsInCommon(int i, int j) =>
        IsBegin(i, j)
        || IsOnlyTimer(i, j)
        || (!_labels.IsEmpty(_leftLabels[i]) && !_labels.IsEmpty(_rightLabels[j]) && Label(i, j) >= _weights.PresumedLabel);

    private double Share(int i, int j) =>
        Math.Max(Kinship, _weights.NeighboursOfStrangers) * (_left.Nodes[i].Kind.IsActivity() && !_labels.IsEmpty(_leftLabels[i]) && !_labels.IsEmpty(_rightLabels[j]) ? _weights.Neighbours : _weights.NeighboursOfUnnamed);

    private double Similarity(int i, int j)
    {
        var (a, b) = (_left.Nodes[i], _right.Nodes[j]);
        if (_different.Contains((i, j))) return 0;
        if (Group(a.Kind) != Group(b.Kind)) return Kinship < 1 && IsOnlyTimer(i, j) ? (1 - Kinship) * Weighed(Label(i, j), _weights.OtherKind, Role(i, j)) : EventAsActivity(i, j);
        var isSameKind = a.Kind == b.Kind && SameEvents(a, b);
        // Where labels are missing the kind speaks for them.
        var label = (_labels.IsEmpty(_leftLabels[i]), _labels.IsEmpty(_rightLabels[j])) switch
        {
            (true, true) => isSameKind ? _weights.BothUnlabelled : _weights.BothUnlabelledOtherKind,
            (false, false) => _labels.Of(_leftLabels[i], _rightLabels[j]),
            _ => isSameKind ? _weights.OneUnlabelled : 0,
        };
        var kind = isSameKind ? 1 : _weights.OtherKind;
        var score = Weighed(label, kind, Role(i, j));
        if (Documents(a, b) is var documents and > 0) score += (1 - score) * _weights.Documents * documents;
        if (a.Kind is NodeKind.StartEvent or NodeKind.EndEvent && !IsOnSameLevel(i, j)) score *= OtherLevel;
        if (_trust > 0 && a.Id == b.Id) score += (1 - score) * _weights.Id * _trust;
        return score;
    }

    // What one office draws as an event another draws as a step, in models drawn independently of each other.
    private double EventAsActivity(int i, int j)
    {
        var (a, b) = (_left.Nodes[i].Kind, _right.Nodes[j].Kind);
        if (Kinship >= 1 || !((a.IsEvent() && b.IsActivity()) || (a.IsActivity() && b.IsEvent()))) return 0;
        var shape = (a.IsEvent() ? a : b) is NodeKind.IntermediateThrowEvent or NodeKind.EndEvent ? WordRole.Sending : WordRole.Receiving;
        var label = a.IsEvent() ? _labels.OfEvent(_leftLabels[i], _rightLabels[j], shape) : _labels.OfEvent(_rightLabels[j], _leftLabels[i], shape);
        return (1 - Kinship) * Weighed(label, _weights.EventAsActivity, Role(i, j));
    }

    // Between strangers kinds and roles are habits of the office: there the label takes over most of their weight.
    private double Weighed(double label, double kind, double role)
    {
        var rest = _weights.RestOfStrangers + (1 - _weights.RestOfStrangers) * Kinship;
        var (ofKind, ofRole) = (_weights.Kind * rest, _weights.Role * rest);
        return (1 - ofKind - ofRole) * label + ofKind * kind + ofRole * role;
    }

    /// <summary>How alike the roles of two nodes are.</summary>
    public double Role(int i, int j) => _roles.Of(_left.Roles[i], _right.Roles[j]);

    /// <summary>The share of documents that two nodes have in common.</summary>
    public static double Documents(FlowNode a, FlowNode b)
    {
        if (a.Gpm is not { } x || b.Gpm is not { } y || x.Documents.IsEmpty || y.Documents.IsEmpty) return 0;
        var left = x.Documents.Select(document => (GermanText.Fold(document.Name), document.Direction)).ToHashSet();
        var right = y.Documents.Select(document => (GermanText.Fold(document.Name), document.Direction)).ToHashSet();
        return 2.0 * left.Count(right.Contains) / (left.Count + right.Count);
    }

    // What the national reference says a step is, and the law it rests on, 0 to 1. Offices code the same step otherwise too often for another code to say much.
    private static double Attributes(StepAttributes? a, StepAttributes? b)
    {
        if (a is null || b is null) return 0;
        var activity = a.Rag is { } one && b.Rag == one ? 0.5 : 0;
        var law = a.LegalBases.Any(x => b.LegalBases.Any(y => GermanText.Fold(x.Citation) == GermanText.Fold(y.Citation))) ? 0.5 : 0;
        return activity + law;
    }

    /// <summary>Nodes of different groups are never the same thing.</summary>
    public static int Group(NodeKind kind) => kind switch
    {
        NodeKind.StartEvent => 1,
        NodeKind.EndEvent => 2,
        NodeKind.BoundaryEvent => 3,
        _ when kind.IsEvent() => 4,
        _ when kind.IsGateway() => 5,
        _ => 6,
    };

    private static bool SameEvents(FlowNode a, FlowNode b)
    {
        if (a.EventDefinitions.Count != b.EventDefinitions.Count) return false;
        for (var i = 0; i < a.EventDefinitions.Count; i++)
            if (a.EventDefinitions[i].Kind != b.EventDefinitions[i].Kind) return false;
        return true;
    }

    // Ids are a trace of the same origin only where the labels of nodes with the same id agree; numbered ids meet by chance.
    private double Trust()
    {
        int same = 0, agree = 0;
        for (var i = 0; i < _left.Nodes.Length; i++)
        {
            var j = _right.Number(_left.Nodes[i].Id);
            if (j < 0) continue;
            same++;
            if (Group(_left.Nodes[i].Kind) == Group(_right.Nodes[j].Kind) && Label(i, j) >= 0.5) agree++;
        }

        return same < 3 ? 0 : Math.Clamp(((double)agree / same - 0.4) / 0.3, 0, 1);
    }

    private double Agree()
    {
        var left = Enumerable.Range(0, _left.Nodes.Length).Where(i => !_labels.IsEmpty(_leftLabels[i])).ToArray();
        var right = Enumerable.Range(0, _right.Nodes.Length).Where(j => !_labels.IsEmpty(_rightLabels[j])).ToArray();
        // Without any label only the structure can tell.
        if (left.Length + right.Length == 0) return 1;
        var isFound = new bool[_right.Nodes.Length];
        var found = 0;
        foreach (var i in left)
        {
            var hasPartner = false;
            foreach (var j in right)
                if (Group(_left.Nodes[i].Kind) == Group(_right.Nodes[j].Kind) && Label(i, j) >= Certain) hasPartner = isFound[j] = true;
            if (hasPartner) found++;
        }

        return (double)(found + isFound.Count(one => one)) / (left.Length + right.Length);
    }
}
