using NewsCorpus.Benchmarks;

switch (args)
{
    case ["people", ..]:
        return PeopleBenchmark.Run(args);
    case ["dates", ..]:
        return DatesBenchmark.Run(args);
    default:
        Console.Error.WriteLine("Which measurement? people train|evaluate [--data FOLDER], dates [--data FOLDER] [--worst tune|test]");
        return 2;
}
