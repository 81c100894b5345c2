using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace NewsCorpus.Search.Index;

internal static class WriterSettings
{
    /// <summary>Segments of one size that may lie side by side. With twice Lucene's ten, hundred thousand articles come in without one being merged; a search looks up each word in some more places.</summary>
    private const int Segments = 20;

    public static IndexWriterConfig Create(OpenMode mode, ILogger logger) => new(LuceneVersion.LUCENE_48, new KeywordAnalyzer())
    {
        OpenMode = mode,
        Similarity = NewsSimilarity.Instance,
        WriteLockTimeout = 0,
        MergeScheduler = new BackgroundMerges(logger),
        MergePolicy = new TieredMergePolicy { SegmentsPerTier = Segments, MaxMergeAtOnce = Segments },
    };

    /// <summary>Merges beside writing. One that fails (a full disk, a damaged segment) leaves the segments as they were and must not end the process.</summary>
    private sealed class BackgroundMerges(ILogger logger) : ConcurrentMergeScheduler
    {
        protected override void HandleMergeException(Exception exc) =>
            logger.LogError(exc, "Segments of the search index could not be merged; they are used as they are.");
    }
}
