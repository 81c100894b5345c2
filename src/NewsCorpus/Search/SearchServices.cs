using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NewsCorpus.Search.Counting;
using NewsCorpus.Search.Explaining;
using NewsCorpus.Search.Index;
using NewsCorpus.Search.Quotations;
using NewsCorpus.Search.Receipts;
using NewsCorpus.Search.Related;
using NewsCorpus.Search.Suggestions;

namespace NewsCorpus.Search;

internal static class SearchServices
{
    /// <summary>Search, catch-up and verification; a process that serves also runs an <see cref="IndexFollower"/> and a <see cref="SearchWarmUp"/>.</summary>
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CorpusIndex>();
        services.AddSingleton<IndexSource>();
        services.AddSingleton(p => new IndexCatchUp(
            p.GetRequiredService<CorpusIndex>(), p.GetRequiredService<IndexSource>(), p.GetRequiredService<ILogger<IndexCatchUp>>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IndexFollower>();
        services.AddSingleton<SearchWarmUp>();
        services.AddSingleton<IndexVerifier>();
        services.AddSingleton<ArticleSearch>();
        services.AddSingleton<QueryExplainer>();
        services.AddSingleton<SuggestionSearch>();
        services.AddSingleton<RelatedSearch>();
        services.AddSingleton<SimilarSearch>();
        services.AddSingleton<FoundArticles>();
        services.AddSingleton<QuotationSearch>();
        services.AddSingleton<ComparisonSearch>();
        services.AddSingleton<BatchSearch>();
        services.AddSingleton<TimelineSearch>();
        services.AddSingleton<FreshSearch>();
        services.AddSingleton<KeepingVerifier>();
        services.AddSingleton<ReceiptMaker>();
        services.AddSingleton<ReceiptFile>();
        services.AddSingleton<ReceiptRerun>();
        services.AddSingleton<ReceiptDifferences>();
        services.AddSingleton<ReceiptContents>();
        return services;
    }
}
