using NewsCorpus.Benchmarks;

if (args is ["people", ..])
    return PeopleBenchmark.Run(args);

Console.Error.WriteLine("Which measurement? people train|evaluate [--data FOLDER]");
return 2;
