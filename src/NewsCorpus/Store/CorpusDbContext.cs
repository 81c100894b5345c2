using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using NewsCorpus.Articles;
using NewsCorpus.Store.Copies;
using NewsCorpus.Store.Keeping;

namespace NewsCorpus.Store;

/// <summary>The database: the truth of the corpus. Ids are handed out by <see cref="Sequence"/>, so that nothing leans on a database's own key generation.</summary>
public sealed class CorpusDbContext(DbContextOptions<CorpusDbContext> options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<ArticleBody> Bodies => Set<ArticleBody>();

    public DbSet<ArticleFingerprint> Fingerprints => Set<ArticleFingerprint>();

    public DbSet<CopyLink> CopyLinks => Set<CopyLink>();

    public DbSet<CopyTask> CopyTasks => Set<CopyTask>();

    public DbSet<CopyKeyRun> CopyKeyRuns => Set<CopyKeyRun>();

    public DbSet<CopyKeyPage> CopyKeyPages => Set<CopyKeyPage>();

    public DbSet<ArticleEstimate> Estimates => Set<ArticleEstimate>();

    public DbSet<ArticlePerson> ArticlePeople => Set<ArticlePerson>();

    public DbSet<ArticleTag> ArticleTags => Set<ArticleTag>();

    public DbSet<Outlet> Outlets => Set<Outlet>();

    public DbSet<OutletAlias> OutletAliases => Set<OutletAlias>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<PersonLink> PersonLinks => Set<PersonLink>();

    public DbSet<PersonSuggestion> PersonSuggestions => Set<PersonSuggestion>();

    public DbSet<PersonSpelling> PersonSpellings => Set<PersonSpelling>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<SourceFile> SourceFiles => Set<SourceFile>();

    public DbSet<SourceVersion> SourceVersions => Set<SourceVersion>();

    public DbSet<Original> Originals => Set<Original>();

    public DbSet<Run> Runs => Set<Run>();

    public DbSet<RunOutcome> RunOutcomes => Set<RunOutcome>();

    public DbSet<RunChange> RunChanges => Set<RunChange>();

    public DbSet<Correction> Corrections => Set<Correction>();

    public DbSet<SavedSearch> SavedSearches => Set<SavedSearch>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<ReceiptPart> ReceiptParts => Set<ReceiptPart>();

    public DbSet<LogEntry> Log => Set<LogEntry>();

    public DbSet<Sequence> Sequences => Set<Sequence>();

    public DbSet<RevisionMark> RevisionMarks => Set<RevisionMark>();

    public DbSet<CorpusInfo> Info => Set<CorpusInfo>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Article>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            e.HasIndex(a => a.Revision).IsUnique();
            e.HasIndex(a => new { a.SourceFileId, a.EntryKey }).IsUnique();
            e.HasIndex(a => a.TextHash);
            // Few articles have one: the others need no row in the index.
            e.HasIndex(a => a.OriginalSha256).HasFilter("\"OriginalSha256\" IS NOT NULL");
            e.HasIndex(a => new { a.OutletId, a.Day });
            e.HasIndex(a => a.Day);
            // Only merges fill it: no other article pays for the index.
            e.HasIndex(a => a.NamedOutletId).HasFilter("\"NamedOutletId\" IS NOT NULL");
            e.HasIndex(a => a.StoryId).HasFilter("\"StoryId\" IS NOT NULL");
            // Only articles with dates in figures fill these two, which count them.
            e.HasIndex(a => new { a.OutletId, a.DateOrder }).HasFilter("\"DateOrder\" IS NOT NULL");
            e.HasIndex(a => new { a.OutletId, a.DateHabit }).HasFilter("\"DateHabit\" IS NOT NULL");
            e.HasOne(a => a.Fingerprint).WithOne().HasForeignKey<ArticleFingerprint>(f => f.ArticleId);
            e.HasOne<Outlet>().WithMany().HasForeignKey(a => a.NamedOutletId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(a => a.Outlet).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasOne(a => a.SourceFile).WithMany().OnDelete(DeleteBehavior.Restrict);
            e.HasOne(a => a.Body).WithOne().HasForeignKey<ArticleBody>(b => b.ArticleId);
            e.HasOne(a => a.Estimate).WithOne().HasForeignKey<ArticleEstimate>(x => x.ArticleId);
            e.HasMany(a => a.People).WithOne().HasForeignKey(p => p.ArticleId);
            e.HasMany(a => a.Tags).WithOne().HasForeignKey(t => t.ArticleId);
        });
        model.Entity<ArticleBody>(e =>
        {
            e.HasKey(b => b.ArticleId);
            e.Property(b => b.ArticleId).ValueGeneratedNever();
            e.Property(b => b.Details).HasConversion(
                details => JsonSerializer.Serialize(details, StoredJson.Default.ArticleDetails),
                json => JsonSerializer.Deserialize(json, StoredJson.Default.ArticleDetails)!,
                new ValueComparer<ArticleDetails>((a, b) => ReferenceEquals(a, b), a => a.GetHashCode(), a => a));
            e.Property(b => b.Rules).HasConversion(
                rules => JsonSerializer.Serialize(rules, StoredJson.Default.ArticleRules!),
                json => JsonSerializer.Deserialize(json, StoredJson.Default.ArticleRules)!,
                new ValueComparer<ArticleRules>((a, b) => ReferenceEquals(a, b), a => a.GetHashCode(), a => a));
        });
        model.Entity<ArticleFingerprint>(e =>
        {
            e.HasKey(f => f.ArticleId);
            e.Property(f => f.ArticleId).ValueGeneratedNever();
        });
        model.Entity<CopyLink>(e =>
        {
            e.HasKey(l => new { l.ArticleId, l.OtherId });
            e.HasIndex(l => l.OtherId);
            e.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Article>().WithMany().HasForeignKey(l => l.OtherId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<CopyTask>(e =>
        {
            e.HasKey(t => t.ArticleId);
            e.Property(t => t.ArticleId).ValueGeneratedNever();
        });
        model.Entity<CopyKeyRun>().Property(r => r.Id).ValueGeneratedNever();
        model.Entity<CopyKeyPage>().Property(p => p.Id).ValueGeneratedNever();
        model.Entity<ArticleEstimate>(e =>
        {
            e.HasKey(x => x.ArticleId);
            e.Property(x => x.ArticleId).ValueGeneratedNever();
            e.Ignore(x => x.Estimate);
        });
        model.Entity<ArticlePerson>(e =>
        {
            e.HasKey(p => new { p.ArticleId, p.PersonId, p.Role, p.NamedPersonId });
            e.HasIndex(p => new { p.PersonId, p.Role });
            // Few names lead elsewhere: the others need no row in the index.
            e.HasIndex(p => p.NamedPersonId).HasFilter("\"NamedPersonId\" <> 0");
            e.HasQueryFilter(p => !p.IsHidden);
            e.HasOne(p => p.Person).WithMany().OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ArticleTag>(e =>
        {
            e.HasKey(t => new { t.ArticleId, t.TagId });
            e.HasIndex(t => t.TagId);
            e.HasOne(t => t.Tag).WithMany().OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Outlet>(e =>
        {
            e.Property(o => o.Id).ValueGeneratedNever();
            e.HasIndex(o => o.Domain).IsUnique();
            e.HasIndex(o => o.Key);
            e.HasIndex(o => o.Slug).IsUnique();
            e.HasIndex(o => o.MergedIntoId);
            e.HasOne<Outlet>().WithMany().HasForeignKey(o => o.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<OutletAlias>(e =>
        {
            e.HasKey(a => new { a.Kind, a.Key, a.OutletId });
            e.HasOne(a => a.Outlet).WithMany().OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Correction>(e =>
        {
            e.Property(c => c.Id).ValueGeneratedNever();
            e.HasIndex(c => new { c.State, c.ArticleId });
            e.HasIndex(c => c.ArticleId);
            e.HasIndex(c => c.OutletId);
            e.HasIndex(c => c.TargetId);
            e.HasIndex(c => c.PersonId).HasFilter("\"PersonId\" IS NOT NULL");
            e.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Article>().WithMany().HasForeignKey(c => c.ArticleId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Outlet>().WithMany().HasForeignKey(c => c.OutletId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Outlet>().WithMany().HasForeignKey(c => c.TargetId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<Person>(e =>
        {
            e.Property(p => p.Id).ValueGeneratedNever();
            e.HasIndex(p => p.Key).IsUnique();
            e.HasIndex(p => new { p.SurnameKey, p.Key });
            e.HasIndex(p => p.Slug).IsUnique();
            e.HasIndex(p => p.RulesSlug).HasFilter("\"RulesSlug\" IS NOT NULL");
            e.HasIndex(p => p.MergedIntoId).HasFilter("\"MergedIntoId\" IS NOT NULL");
            e.HasIndex(p => p.SplitFromId).HasFilter("\"SplitFromId\" IS NOT NULL");
            e.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(p => p.SplitFromId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PersonLink>(e =>
        {
            e.HasKey(l => new { l.ArticleId, l.NamedPersonId });
            e.HasIndex(l => l.NamedPersonId);
            e.HasIndex(l => l.PersonId);
            e.HasIndex(l => l.GroundArticleId).HasFilter("\"GroundArticleId\" IS NOT NULL");
            e.HasIndex(l => l.CorrectionId).HasFilter("\"CorrectionId\" IS NOT NULL");
            e.HasOne<Article>().WithMany().HasForeignKey(l => l.ArticleId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PersonSuggestion>(e =>
        {
            e.HasKey(s => new { s.PersonId, s.OtherId });
            e.HasIndex(s => s.OtherId);
            e.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(s => s.Other).WithMany().HasForeignKey(s => s.OtherId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<PersonSpelling>().HasKey(s => new { s.Key, s.PersonId });
        model.Entity<Tag>(e =>
        {
            e.Property(t => t.Id).ValueGeneratedNever();
            e.HasIndex(t => t.Key).IsUnique();
            e.HasIndex(t => t.Slug).IsUnique();
        });
        model.Entity<SourceFile>(e =>
        {
            e.Property(f => f.Id).ValueGeneratedNever();
            e.HasIndex(f => f.Location).IsUnique();
            e.HasIndex(f => f.Sha256);
        });
        model.Entity<SourceVersion>(e =>
        {
            e.HasKey(v => new { v.SourceFileId, v.Sha256 });
            e.HasIndex(v => v.Sha256);
            e.HasOne<SourceFile>().WithMany().HasForeignKey(v => v.SourceFileId);
        });
        model.Entity<Original>().HasKey(o => o.Sha256);
        model.Entity<Run>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => r.State);
            e.HasMany(r => r.Outcomes).WithOne().HasForeignKey(o => o.RunId);
        });
        model.Entity<RunOutcome>().HasIndex(o => new { o.RunId, o.Outcome });
        model.Entity<RunChange>(e =>
        {
            e.HasIndex(c => c.RunId);
            e.HasOne<Run>().WithMany().HasForeignKey(c => c.RunId);
        });
        model.Entity<SavedSearch>(e =>
        {
            e.Property(s => s.Id).ValueGeneratedNever();
            e.HasIndex(s => s.Owner);
            e.HasIndex(s => s.FeedKey).IsUnique();
        });
        model.Entity<Receipt>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.HasIndex(r => r.Fingerprint);
            e.HasIndex(r => r.Revision);
        });
        model.Entity<ReceiptPart>(e =>
        {
            e.HasKey(p => new { p.ReceiptId, p.Number });
            e.HasOne<Receipt>().WithMany().HasForeignKey(p => p.ReceiptId);
        });
        model.Entity<LogEntry>(e =>
        {
            // The page and the downloads filter by these, and list which there are.
            e.HasIndex(l => l.By);
            e.HasIndex(l => l.Action);
        });
        model.Entity<Sequence>(e =>
        {
            e.HasKey(s => s.Name);
            e.Property(s => s.Name).HasMaxLength(32);
        });
        model.Entity<RevisionMark>(e =>
        {
            e.Property(m => m.Id).ValueGeneratedNever();
            e.HasIndex(m => m.Last);
        });
        model.Entity<CorpusInfo>().Property(i => i.Id).ValueGeneratedNever();
    }
}

/// <summary>A counter: the last number handed out under a name. Read and moved inside the transaction that uses the numbers.</summary>
public sealed class Sequence
{
    public const string Revision = "revision";
    public const string Article = "article";
    public const string Outlet = "outlet";
    public const string Person = "person";
    public const string Tag = "tag";
    public const string SourceFile = "file";
    public const string Run = "run";
    public const string Correction = "correction";
    public const string SavedSearch = "saved-search";
    public const string Receipt = "receipt";
    public const string CopyKeyRun = "copy-run";
    public const string CopyKeyPage = "copy-page";

    public required string Name { get; init; }

    public long Last { get; set; }
}

/// <summary>
/// Names one transaction that took revisions. A number alone does not: a database that is set back to an earlier state hands out the same numbers again for other changes, and an index
/// that holds the first ones would pass for current.
/// </summary>
public sealed class RevisionMark
{
    public Guid Id { get; init; }

    /// <summary>The last revision that the transaction took.</summary>
    public long Last { get; set; }
}

/// <summary>What names this database: an index made from another one is of no use to it. One row, id 1.</summary>
public sealed class CorpusInfo
{
    public int Id { get; init; }

    public Guid CorpusId { get; init; }

    /// <summary>Stands for the settings under which the stories were made; 0 before any were.</summary>
    public long CopySignature { get; set; }

    /// <summary>The last revision whose names have been looked at for links across articles.</summary>
    public long LinkedRevision { get; set; }

    /// <summary>The last person whose spellings have been compared with those of others.</summary>
    public int ComparedPerson { get; set; }
}
