using NewsCorpus.Benchmarks;

switch (args)
{
    case ["people", ..]:
        return PeopleBenchmark.Run(args);
    case ["dates", ..]:
        return DatesBenchmark.Run(args);
    case ["copies", .. var rest]:
        return CopiesBenchmark.Run(rest);
    case ["quotations", .. var rest]:
        return QuotationsBenchmark.Run(rest);
    default:
        Console.Error.WriteLine("Which measurement? people train|evaluate [--data FOLDER], dates [--data FOLDER] [--worst tune|test], copies [tuning|testing] [FOLDER], quotations [--outlets] [--verbose]");
        return 2;
}
