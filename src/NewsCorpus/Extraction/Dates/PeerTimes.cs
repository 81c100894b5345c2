using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Dates;

/// <summary>What dated articles that name the same people say of the time of an undated one: news about the same people comes close together.</summary>
internal sealed class PeerTimes
{
    /// <summary>A corpus is a part of the news: whoever is in every article of a small one is still no household word.</summary>
    private const int Unseen = 50;

    private const int MostPeers = 40;

    /// <summary>Peers with less than this part of the best one's weight share too little.</summary>
    private const double PartOfBest = 0.15;

    /// <summary>Peers of the same weight count alike; one that shares twice as much counts eight times as much.</summary>
    private const double Power = 3;

    /// <summary>Weight, in nats, of a peer that is believed to two thirds.</summary>
    private const double Believed = 25;

    /// <summary>Days within which half of a peer's likelihood lies, either side; the tails are long (Cauchy).</summary>
    private const double Days = 25;

    /// <summary>An office that is the same says a little more, another one a little less.</summary>
    private const double SameOffice = 1.2;
    private const double OtherOffice = 0.8;

    /// <summary>A peer's likelihood by days before and after it, its own day in the middle; replaced whole by a longer one where a corpus spans more.</summary>
    private static double[] _curve = [];

    private readonly List<(DateOnly Day, double Weight)> _peers;
    private readonly double _belief;

    private PeerTimes(List<(DateOnly, double)> peers, double best, IReadOnlyList<string> names)
    {
        _peers = peers;
        _belief = Math.Min(0.97, 1 - Math.Exp(-best / Believed));
        Names = names;
    }

    /// <summary>The shared people who tell most, first.</summary>
    public IReadOnlyList<string> Names { get; }

    public int Count => _peers.Count;

    /// <param name="articles">Articles of the corpus.</param>
    /// <returns>Null where no dated article names anybody of the undated one.</returns>
    public static PeerTimes? Of(IReadOnlyCollection<SharedPerson> people, int articles)
    {
        var weights = new Dictionary<long, (DateOnly Day, double Weight)>();
        foreach (var person in people)
        {
            var weight = Math.Log((double)(articles + Unseen) / person.Articles);
            foreach (var naming in person.Namings)
                weights[naming.ArticleId] = (naming.Day, weights.GetValueOrDefault(naming.ArticleId).Weight + weight * Factor(person.Office, naming.Office));
        }
        var best = weights.Values.OrderByDescending(w => w.Weight).Take(MostPeers).ToList();
        if (best.Count == 0)
            return null;
        return new PeerTimes(
            [.. best.Where(w => w.Weight >= best[0].Weight * PartOfBest).Select(w => (w.Day, Math.Pow(w.Weight, Power)))],
            best[0].Weight,
            [.. people.Where(p => p.Namings.Count > 0).OrderBy(p => p.Articles).Select(p => p.Name)]);
    }

    public double[] Logs(DateBelief belief)
    {
        var density = belief.Days();
        var all = _peers.Sum(p => p.Weight);
        foreach (var peers in _peers.GroupBy(p => p.Day))
        {
            var share = peers.Sum(p => p.Weight) / all;
            var curve = Curve(belief.First.DayNumber - peers.Key.DayNumber, density.Length);
            for (var i = 0; i < curve.Length; i++)
                density[i] += share * curve[i];
        }
        for (var i = 0; i < density.Length; i++)
            density[i] = Math.Log(_belief * density[i] + (1 - _belief) / density.Length);
        return density;
    }

    /// <summary>A peer's likelihood on each of some days, the first of them so many days after the peer's own.</summary>
    private static ReadOnlySpan<double> Curve(int first, int count)
    {
        var reach = Math.Max(Math.Abs(first), Math.Abs(first + count - 1));
        var curve = _curve;
        if (curve.Length < (2 * reach) + 1)
        {
            curve = new double[(2 * reach) + 1];
            for (var day = -reach; day <= reach; day++)
                curve[day + reach] = 1 / (Math.PI * Days * (1 + (day / Days * (day / Days))));
            _curve = curve;
        }
        return curve.AsSpan((curve.Length / 2) + first, count);
    }

    /// <summary>The first and last day of the peers near a window.</summary>
    public (DateOnly First, DateOnly Last, int Count)? Near(DateOnly from, DateOnly to)
    {
        var near = _peers.Where(p => p.Day >= from.AddDays(-(int)Days) && p.Day.DayNumber <= to.DayNumber + (int)Days).Select(p => p.Day).Order().ToList();
        return near.Count == 0 ? null : (near[0], near[^1], near.Count);
    }

    private static double Factor(string? one, string? other) =>
        one is null || other is null ? 1 : NameKey.Of(one) == NameKey.Of(other) ? SameOffice : OtherOffice;
}
