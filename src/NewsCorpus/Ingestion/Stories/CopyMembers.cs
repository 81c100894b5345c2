using Microsoft.EntityFrameworkCore;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Store;

namespace NewsCorpus.Ingestion.Stories;

/// <summary>What a step of linking knows of one article.</summary>
/// <param name="StoryId">As stored when the step began.</param>
/// <param name="Fingerprint">Null where none is stored, or one of another version.</param>
internal sealed record CopyMember(long Id, ArticleState State, long? StoryId, int? OutletId, CopyFingerprint? Fingerprint)
{
    public bool IsLive => State == ArticleState.Live;
}

/// <summary>The articles that a step of linking meets: loaded many at a time, their words only where they are compared.</summary>
/// <param name="isPreview">True where nothing may be written.</param>
internal sealed class CopyMembers(CorpusDbContext db, CopyOptions options, bool isPreview = false)
{
    private const int Portion = 500;

    private static readonly Func<CorpusDbContext, long, StoredWords?> ReadWords = EF.CompileQuery((CorpusDbContext db, long id) =>
        db.Bodies.AsNoTracking().Where(b => b.ArticleId == id)
            .Select(b => new StoredWords(b.Text, b.Details, b.Rules, db.Articles.First(a => a.Id == id).Title)).FirstOrDefault());

    private readonly Dictionary<long, CopyMember> _members = [];
    private readonly Dictionary<long, CopyText> _texts = [];

    private readonly Dictionary<long, (ArticleContent Content, string Title)> _laid = [];

    private sealed record StoredWords(string Text, ArticleDetails Details, ArticleRules? Rules, string Title);

    /// <summary>An article that <see cref="LoadAsync"/> has loaded; null where there is none with that id.</summary>
    public CopyMember? Find(long id) => _members.GetValueOrDefault(id);

    public async Task LoadAsync(IEnumerable<long> articles, CancellationToken cancellation)
    {
        foreach (var ids in articles.Where(id => !_members.ContainsKey(id)).Distinct().Chunk(Portion))
            foreach (var row in await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.State, a.StoryId, a.OutletId, a.Fingerprint!.Bytes }).ToListAsync(cancellation))
                _members[row.Id] = new CopyMember(row.Id, row.State, row.StoryId, row.OutletId, Read(row.Bytes));
    }

    /// <summary>Has an article be another one than is stored, or one that is not stored at all.</summary>
    /// <param name="content">Null where its words are the stored ones.</param>
    public void Lay(CopyMember member, ArticleContent? content, string title)
    {
        _members[member.Id] = member;
        if (content is not null)
            _laid[member.Id] = (content, title);
    }

    /// <summary>Makes the fingerprint of an article that has none, from its stored words: one that came before there were fingerprints, or before they were made in this way.</summary>
    public async Task<CopyMember> FingerprintAsync(CopyMember member, CancellationToken cancellation)
    {
        var fingerprint = CopyFingerprint.Of(TextOf(member.Id)!, options);
        var bytes = fingerprint.ToBytes();
        if (!isPreview && await db.Fingerprints.Where(f => f.ArticleId == member.Id).ExecuteUpdateAsync(s => s.SetProperty(f => f.Bytes, bytes), cancellation) == 0)
            db.Fingerprints.Add(new ArticleFingerprint { ArticleId = member.Id, Bytes = bytes });
        return _members[member.Id] = member with { Fingerprint = fingerprint };
    }

    /// <summary>The words of an article; null where there is none with that id.</summary>
    public CopyText? TextOf(long id)
    {
        // A preview meets more articles than a step; their words stay as they are.
        if (_laid.TryGetValue(id, out var laid))
            return CopyText.Of(laid.Content, laid.Title);
        if (!_texts.TryGetValue(id, out var text) && ReadWords(db, id) is { } stored)
        {
            var content = new ArticleContent(stored.Text, stored.Details.Blocks, stored.Details.Spans);
            // An editor's title is none that a reader of the article's text could have repeated.
            _texts[id] = text = CopyText.Of(content, stored.Rules?.Title ?? stored.Title);
        }
        return text;
    }

    public static CopyFingerprint? Read(byte[]? bytes)
    {
        if (bytes is null)
            return null;
        try
        {
            return CopyFingerprint.FromBytes(bytes);
        }
        catch (FormatException)
        {
            // Of another version: it is made again.
            return null;
        }
    }
}
