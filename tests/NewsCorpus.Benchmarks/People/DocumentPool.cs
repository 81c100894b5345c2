using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>What the upper layer sees of each token, in training: see <see cref="NetworkWeights.Views"/>.</summary>
internal sealed class DocumentPool
{
    public const int Width = NetworkWeights.Views * H;

    private const int H = NetworkWeights.Hidden;

    private readonly NetworkLayout _layout;
    private readonly float[] _top;
    private readonly int[] _topFrom;

    public DocumentPool(NetworkLayout layout, float[] hidden)
    {
        _layout = layout;
        var sum = new float[layout.Sizes.Count * H];
        _top = new float[sum.Length];
        _topFrom = new int[sum.Length];
        for (var i = 0; i < layout.Tokens.Count; i++)
        {
            if (layout.Groups[i] is not (var group and >= 0))
                continue;
            for (var k = 0; k < H; k++)
            {
                var value = hidden[(i * H) + k];
                sum[(group * H) + k] += value;
                if (value > _top[(group * H) + k])
                    (_top[(group * H) + k], _topFrom[(group * H) + k]) = (value, i);
            }
        }
        Views = new float[layout.Tokens.Count * Width];
        for (var i = 0; i < layout.Tokens.Count; i++)
            See(i, hidden, sum, Rows.Of(Views, i, Width));
    }

    public float[] Views { get; }

    /// <summary>The gradient of the lower layer's values from that of the views.</summary>
    public float[] Backward(float[] views)
    {
        var target = new float[_layout.Tokens.Count * H];
        var meanSums = new float[_layout.Sizes.Count * H];
        for (var i = 0; i < _layout.Tokens.Count; i++)
        {
            var view = Rows.Of(views, i, Width);
            if (HasBefore(i))
                Rows.Add(Rows.Of(target, i - 1, H), view[..H]);
            Rows.Add(Rows.Of(target, i, H), view.Slice(H, H));
            if (HasBefore(i + 1))
                Rows.Add(Rows.Of(target, i + 1, H), view.Slice(2 * H, H));
            if (_layout.Groups[i] is not (var group and >= 0))
                continue;
            Rows.Add(Rows.Of(meanSums, group, H), view.Slice(3 * H, H));
            for (var k = 0; k < H; k++)
                if (_top[(group * H) + k] > 0)
                    target[(_topFrom[(group * H) + k] * H) + k] += view[(4 * H) + k];
        }
        for (var i = 0; i < _layout.Tokens.Count; i++)
        {
            var group = _layout.Groups[i];
            if (group < 0 || _layout.Sizes[group] < 2)
                continue;
            var share = 1f / (_layout.Sizes[group] - 1);
            for (var k = 0; k < H; k++)
                target[(i * H) + k] += (meanSums[(group * H) + k] - views[(i * Width) + (3 * H) + k]) * share;
        }
        return target;
    }

    private bool HasBefore(int i) => i < _layout.Opens.Count && !_layout.Opens[i];

    private void See(int i, float[] hidden, float[] sum, Span<float> view)
    {
        var here = Rows.Of(hidden, i, H);
        if (HasBefore(i))
            Rows.Of(hidden, i - 1, H).CopyTo(view);
        here.CopyTo(view[H..]);
        if (HasBefore(i + 1))
            Rows.Of(hidden, i + 1, H).CopyTo(view[(2 * H)..]);
        if (_layout.Groups[i] is not (var group and >= 0))
            return;
        var others = _layout.Sizes[group] - 1;
        var share = others > 0 ? 1f / others : 0f;
        for (var k = 0; k < H; k++)
            view[(3 * H) + k] = (sum[(group * H) + k] - here[k]) * share;
        Rows.Of(_top, group, H).CopyTo(view[(4 * H)..]);
    }
}
