using NewsCorpus.Benchmarks;

switch (args)
{
    case ["people", ..]:
        return PeopleBenchmark.Run(args);
    case ["dates", ..]:
        return DatesBenchmark.Run(args);
    case ["estimates", ..]:
        return EstimatesBenchmark.Run(args);
    case ["html", ..]:
        return HtmlBenchmark.Run(args);
    case ["titles", ..]:
        return TitlesBenchmark.Run(args);
    case ["languages", ..]:
        return LanguageBenchmark.Run(args);
    case ["copies", .. var rest]:
        return CopiesBenchmark.Run(rest);
    case ["linking", ..]:
        return await LinkingBenchmark.RunAsync(args);
    case ["quotations", .. var rest]:
        return QuotationsBenchmark.Run(rest);
    case ["search", ..]:
        return await SearchBenchmark.RunAsync(args);
    case ["ingest", .. var rest]:
        return IngestBenchmark.Run(rest);
    default:
        Console.Error.WriteLine(
            """
            Which measurement?
              people train|evaluate [--data FOLDER]
              dates [--data FOLDER] [--worst tune|look] [--hide statements|markup]
              estimates [--data FOLDER]
              html [--data FOLDER] [--worst tune|test] [--page NAME]
              titles [--data FOLDER]
              languages train|evaluate [--data FOLDER]
              copies [tuning|testing] [FOLDER]
              linking [--articles N]
              quotations [--outlets] [--verbose]
              search [--articles N] [--data FOLDER] [--operators] [--while-ingesting] [--peers] [--postgres CONNECTION]
              ingest [--articles N] [--data FOLDER]
            """);
        return 2;
}
