using NewsCorpus.Benchmarks;

return args switch
{
    ["quotations", .. var rest] => QuotationsBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/NewsCorpus.Benchmarks -- quotations [--outlets] [--verbose]");
    return 2;
}
