using System.Buffers;

namespace NewsCorpus.Articles;

/// <summary>The folded name under which a person is found again.</summary>
public static class PersonKey
{
    private static readonly SearchValues<char> _marks = SearchValues.Create("\"“'‘(");

    /// <summary>As <see cref="NameKey.Of"/>, without a nickname that stands in quotation marks inside the name: <c>Bartholomew "Barty" Quill</c> is found as Bartholomew Quill.</summary>
    public static string Of(string name)
    {
        if (name.AsSpan().IndexOfAny(_marks) < 0)
            return NameKey.Of(name);
        var words = name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        return NameKey.Of(string.Join(' ', words.Where((word, i) => i == 0 || i == words.Length - 1 || !IsNickname(word))));
    }

    private static bool IsNickname(string word) => word.Length > 2 && _marks.Contains(word[0]) && word[^1] is '"' or '”' or '\'' or '’' or ')';
}
