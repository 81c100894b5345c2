namespace NewsCorpus.Search.Index;

/// <summary>Counts the documents of one story after another, each value of a story once.</summary>
internal sealed class StoryCount(IndexSnapshot snapshot, HitCounts counts)
{
    private readonly Values _people = new(counts.People);
    private readonly Values _tags = new(counts.Tags);
    private readonly Values _outlets = new(counts.Outlets);
    private readonly Values _agencies = new(counts.Agencies);
    private readonly Values _languages = new(counts.Languages);
    private readonly Values _months = new(counts.Months);
    private readonly Values _speakers = new(counts.Speakers);
    private readonly Values _times = new(counts.Times);
    private bool _isHit;
    private bool _isUndated;

    public void Add(in RankedHit hit, in HitState state)
    {
        _isUndated |= state.CountsUndated;
        if (state.CountsTime)
            _times.Add([state.Slot]);
        if (state.CountsOutlet)
            _outlets.Add([state.Outlet]);
        if (state.CountsAgency)
            _agencies.Add([state.Agency]);
        if (state.CountsLanguage)
            _languages.Add([state.Language]);
        if (state.CountsMonth)
            _months.Add([state.Month]);
        if (!state.IsHit)
            return;
        var columns = snapshot.Columns[hit.Leaf];
        _isHit = true;
        counts.Articles++;
        _people.Add(columns.People.Of(hit.Doc));
        _tags.Add(columns.Tags.Of(hit.Doc));
        _speakers.Add(columns.Speakers.Of(hit.Doc));
    }

    /// <summary>The story is complete.</summary>
    public void Finish()
    {
        counts.Total += _isHit ? 1 : 0;
        counts.Undated += _isUndated ? 1 : 0;
        (_isHit, _isUndated) = (false, false);
        foreach (var values in (ReadOnlySpan<Values>)[_people, _tags, _outlets, _agencies, _languages, _months, _speakers, _times])
            values.Finish();
    }

    private sealed class Values(int[] counts)
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

        public void Finish()
        {
            var ids = _ids.AsSpan(0, _length);
            // A document names nobody twice.
            if (_documents > 1)
                ids.Sort();
            for (var i = 0; i < ids.Length; i++)
                if (_documents == 1 || i == 0 || ids[i] != ids[i - 1])
                    counts[ids[i]]++;
            (_length, _documents) = (0, 0);
        }
    }
}
