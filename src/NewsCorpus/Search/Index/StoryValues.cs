namespace NewsCorpus.Search.Index;

/// <summary>Brings together what the documents of one story count for, each value once.</summary>
internal sealed class StoryValues
{
    private readonly Values[] _kinds = [.. StorySum.Kinds.Select(_ => new Values())];
    private int _articles;
    private bool _isUndated;

    public void Add(in HitColumns columns, int doc, Passed passed)
    {
        var row = columns.Segment.Rows.Of(doc);
        if ((passed | Passed.Dates) == Passed.All)
        {
            if (columns.Dates.Minutes[doc] < 0)
                _isUndated = true;
            else if (columns.CountsTime)
                Of(CountedKind.Time).Add([columns.SlotOf(doc)]);
        }
        if ((passed | Passed.Outlet) == Passed.All)
            Of(CountedKind.Outlet).Add([row.Outlet]);
        if ((passed | Passed.Agency) == Passed.All)
            Of(CountedKind.Agency).Add([columns.AgencyNumbers[row.Agency]]);
        if ((passed | Passed.Language) == Passed.All)
            Of(CountedKind.Language).Add([row.Language]);
        if ((passed | Passed.Month) == Passed.All)
            Of(CountedKind.Month).Add([columns.MonthOf(doc)]);
        if (passed != Passed.All)
            return;
        _articles++;
        Of(CountedKind.Person).Add(row.People);
        Of(CountedKind.Tag).Add(row.Tags);
        Of(CountedKind.Speaker).Add(row.Speakers);
    }

    /// <summary>The story is complete: counts it, and is empty.</summary>
    public void CountInto(HitCounts counts)
    {
        counts.Total += _articles > 0 ? 1 : 0;
        counts.Articles += _articles;
        counts.Undated += _isUndated ? 1 : 0;
        foreach (var kind in StorySum.Kinds)
        {
            var table = counts.OfKind(kind);
            foreach (var id in Of(kind).Distinct())
                table[id]++;
        }
        Clear();
    }

    /// <summary>The story is complete: appends it as a <see cref="StorySum"/>, and is empty.</summary>
    public void AppendTo(List<int> row)
    {
        row.Add(_articles);
        row.Add(_isUndated ? 1 : 0);
        foreach (var values in _kinds)
        {
            var ids = values.Distinct();
            row.Add(ids.Length);
            row.AddRange(ids);
        }
        Clear();
    }

    private Values Of(CountedKind kind) => _kinds[(int)kind];

    private void Clear()
    {
        (_articles, _isUndated) = (0, false);
        foreach (var values in _kinds)
            values.Clear();
    }

    private sealed class Values
    {
        private int[] _ids = new int[16];
        private int _length;
        private int _documents;

        public void Add(ReadOnlySpan<int> ids)
        {
            if (_length + ids.Length > _ids.Length)
                Array.Resize(ref _ids, Math.Max(_ids.Length * 2, _length + ids.Length));
            ids.CopyTo(_ids.AsSpan(_length));
            _length += ids.Length;
            _documents++;
        }

        public ReadOnlySpan<int> Distinct()
        {
            // A document names nobody twice.
            if (_documents > 1)
            {
                _ids.AsSpan(0, _length).Sort();
                var kept = 0;
                for (var i = 0; i < _length; i++)
                    if (kept == 0 || _ids[i] != _ids[kept - 1])
                        _ids[kept++] = _ids[i];
                (_length, _documents) = (kept, 1);
            }
            return _ids.AsSpan(0, _length);
        }

        public void Clear() => (_length, _documents) = (0, 0);
    }
}
