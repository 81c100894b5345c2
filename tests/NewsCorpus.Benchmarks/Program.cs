using NewsCorpus.Benchmarks;

if (args is ["people", ..])
    return PeopleBenchmark.Run(args);
if (args is ["copies", ..])
    return CopiesBenchmark.Run(args[1..]);

Console.Error.WriteLine("Which measurement? people train|evaluate [--data FOLDER], copies [tuning|testing] [FOLDER]");
return 2;
