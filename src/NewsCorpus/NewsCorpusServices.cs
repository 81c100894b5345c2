using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsCorpus.Articles;
using NewsCorpus.Export;
using NewsCorpus.Export.Citations;
using NewsCorpus.Export.Feeds;
using NewsCorpus.Extraction;
using NewsCorpus.Extraction.Duplicates;
using NewsCorpus.Extraction.People;
using NewsCorpus.Ingestion;
using NewsCorpus.Ingestion.Containers;
using NewsCorpus.Ingestion.Identities;
using NewsCorpus.Ingestion.Stories;
using NewsCorpus.Ingestion.Watching;
using NewsCorpus.Search;
using NewsCorpus.Store;
using NewsCorpus.Store.Backups;
using NewsCorpus.Store.Corrections;
using NewsCorpus.Store.Keeping;
using NewsCorpus.Store.Verification;

namespace NewsCorpus;

public static class NewsCorpusServices
{
    /// <summary>Registers the whole library. Options come from the section <see cref="NewsCorpusOptions.Section"/> and are validated when the host starts.</summary>
    public static IServiceCollection AddNewsCorpus(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<NewsCorpusOptions>()
            .Bind(configuration.GetSection(NewsCorpusOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<IngestionLimits>().Bind(configuration.GetSection(IngestionLimits.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CopyOptions>().Bind(configuration.GetSection(CopyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ColumnMap>().Bind(configuration.GetSection(ColumnMap.Section));
        services.TryAddSingleton(TimeProvider.System);
        services.AddDbContextFactory<CorpusDbContext>((provider, db) => db
            // A list of ids is one parameter: SQLite finds each of a thousand by going through their names.
            .UseSqlite(provider.GetRequiredService<IOptions<NewsCorpusOptions>>().Value.Connection, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)));
        services.AddSingleton<CorpusDatabase>();
        services.AddSingleton<NameRules>(_ => FullName.Read);
        services.AddSingleton<ArticleStore>();
        services.AddSingleton<EstimateStore>();
        services.AddSingleton<OpenDates>();
        services.AddSingleton<Estimation>();
        services.AddSingleton<DatabaseVerifier>();
        services.AddSingleton<CorpusBackup>();
        services.AddSingleton<CorpusRestore>();
        services.AddSingleton<SourceFiles>();
        services.AddSingleton<RunStore>();
        services.AddSingleton<RunQueue>();
        services.AddSingleton<RunReport>();
        services.AddSingleton<ArticleEditor>();
        services.AddSingleton<OutletEditor>();
        services.AddSingleton<PersonEditor>();
        services.AddSingleton<CorrectionExport>();
        services.AddSingleton<CorrectionImport>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<SavedSearches>();
        services.AddSingleton<ReceiptStore>();
        services.AddSingleton<PersonRecogniser>();
        services.AddSingleton<ArticleExtractor>();
        services.AddSingleton<SourceExpander>();
        services.AddSingleton<FileReader>();
        services.AddSingleton<FolderVerifier>();
        services.AddSingleton<StoryLinker>();
        services.AddSingleton<PeopleLinker>();
        services.AddSingleton<EditFollower>();
        services.AddSingleton<IngestionRunner>();
        services.AddSingleton<RunWorker>();
        services.AddSingleton<FolderWatcher>();
        services.AddSingleton<RunPaths>();
        services.AddSearch();
        services.AddSingleton<ExportFormats>();
        services.AddSingleton<ArticleExport>();
        services.AddSingleton<CitationWriter>();
        services.AddSingleton<AtomFeed>();
        return services;
    }
}
