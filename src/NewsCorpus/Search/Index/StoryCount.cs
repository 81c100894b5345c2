namespace NewsCorpus.Search.Index;

/// <summary>Counts the documents of one story after another, each value of a story once.</summary>
internal sealed class StoryCount(HitCounts counts)
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

    public void Add(in HitColumns columns, int doc, Passed passed)
    {
        var (segment, dates) = (columns.Segment, columns.Dates);
        if ((passed | Passed.Dates) == Passed.All)
        {
            if (dates.Minutes[doc] < 0)
                _isUndated = true;
            else if (columns.CountsTime)
                _times.Add([columns.SlotOf(doc)]);
        }
        if ((passed | Passed.Outlet) == Passed.All)
            _outlets.Add([segment.Outlets[doc]]);
        if ((passed | Passed.Agency) == Passed.All)
            _agencies.Add([columns.AgencyNumbers[segment.Agencies[doc]]]);
        if ((passed | Passed.Language) == Passed.All)
            _languages.Add([segment.Languages[doc]]);
        if ((passed | Passed.Month) == Passed.All)
            _months.Add([columns.Slots.MonthOf(dates.Months[doc])]);
        if (passed != Passed.All)
            return;
        _isHit = true;
        counts.Articles++;
        _people.Add(segment.People.Of(doc));
        _tags.Add(segment.Tags.Of(doc));
        _speakers.Add(segment.Speakers.Of(doc));
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
