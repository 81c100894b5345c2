namespace NewsCorpus.Search.Analysis;

/// <summary>Optimal string alignment distance: letters added, left out or changed, and neighbours swapped, each a step.</summary>
internal static class EditDistance
{
    public static bool IsWithin(string word, string other, int steps)
    {
        if (Math.Abs(word.Length - other.Length) > steps)
            return false;
        Span<int> before = stackalloc int[WordTokenizer.MaxLength + 1];
        Span<int> last = stackalloc int[WordTokenizer.MaxLength + 1];
        Span<int> row = stackalloc int[WordTokenizer.MaxLength + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= word.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = last[j - 1] + (word[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && word[i - 1] == other[j - 2] && word[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }
        return last[other.Length] <= steps;
    }
}
