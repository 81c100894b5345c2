namespace NewsCorpus.Search.Index;

/// <summary>Brings together what the documents of one story count for, each value once.</summary>
internal sealed class StoryValues
{
    /// <summary>By kind, as <see cref="HitCounts.OfKind"/> numbers them.</summary>
    private readonly Values[] _kinds = [.. Enumerable.Range(0, StorySum.Kinds).Select(_ => new Values())];
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
                _kinds[7].Add([columns.SlotOf(doc)]);
        }
        if ((passed | Passed.Outlet) == Passed.All)
            _kinds[2].Add([row.Outlet]);
        if ((passed | Passed.Agency) == Passed.All)
            _kinds[3].Add([columns.AgencyNumbers[row.Agency]]);
        if ((passed | Passed.Language) == Passed.All)
            _kinds[4].Add([row.Language]);
        if ((passed | Passed.Month) == Passed.All)
            _kinds[5].Add([columns.MonthOf(doc)]);
        if (passed != Passed.All)
            return;
        _articles++;
        _kinds[0].Add(row.People);
        _kinds[1].Add(row.Tags);
        _kinds[6].Add(row.Speakers);
    }

    /// <summary>The story is complete: counts it, and is empty.</summary>
    public void CountInto(HitCounts counts)
    {
        counts.Total += _articles > 0 ? 1 : 0;
        counts.Articles += _articles;
        counts.Undated += _isUndated ? 1 : 0;
        for (var kind = 0; kind < StorySum.Kinds; kind++)
        {
            var table = counts.OfKind(kind);
            foreach (var id in _kinds[kind].Distinct())
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
