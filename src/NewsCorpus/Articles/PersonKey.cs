using System.Text.RegularExpressions;

namespace NewsCorpus.Articles;

/// <summary>The folded name under which a person is found again.</summary>
public static partial class PersonKey
{
    /// <summary>As <see cref="NameKey.Of"/>, without a nickname that stands in quotation marks inside the name: <c>Bartholomew "Barty" Quill</c> is found as Bartholomew Quill.</summary>
    public static string Of(string name) => NameKey.Of(Nickname().Replace(name, " "));

    [GeneratedRegex("""(?<=\S )["“'‘(][^"”'’()\s]+["”'’)](?= \S)""")]
    private static partial Regex Nickname();
}
