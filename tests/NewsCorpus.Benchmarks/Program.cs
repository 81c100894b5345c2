using NewsCorpus.Benchmarks;

return args switch
{
    ["copies", .. var rest] => CopiesBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("dotnet run -c Release --project tests/NewsCorpus.Benchmarks -- copies [tuning|testing] [FOLDER]");
    return 2;
}
