using System.Net;
using NewsCorpus.Articles;
using NewsCorpus.Extraction.Outlets;

namespace NewsCorpus.Extraction.Titles;

/// <summary>The tags that a file states, and where.</summary>
public sealed record TagFinding(IReadOnlyList<string> Tags, IReadOnlyList<Evidence> Evidence);

/// <summary>Reads tags, keywords and categories: trimmed, each once whatever its letter case or accents, in file order. A host's name or an address is no tag.</summary>
public static class TagReader
{
    private const int MaxTags = 50;
    private const int MaxLength = 80;

    private static readonly string[] _keys =
        ["tags", "tag", "keywords", "keyword", "categories", "category", "news_keywords", "article:tag", "topics", "topic", "subjects", "taxonomies.tags", "taxonomies.categories"];

    public static TagFinding Read(ArticleDraft draft)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tags = new List<string>();
        var evidence = new List<Evidence>();
        var fieldsOfKey = draft.Fields.CountBy(field => field.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        foreach (var field in draft.Fields)
        {
            if (Array.IndexOf(_keys, field.Key) < 0)
                continue;
            // One value with commas is a list; of a list's items each may have its own comma ("Paris, France").
            var isItem = fieldsOfKey[field.Key] > 1;
            foreach (var part in isItem ? [field.Value] : field.Value.Split([',', ';', '|'], 2 * MaxTags, StringSplitOptions.None))
            {
                var tag = TitleReader.Collapse(WebUtility.HtmlDecode(part)).Trim(' ', '#', '"', '\'', '[', ']');
                var key = NameKey.Of(tag);
                if (key.Length == 0 || tag.Length > MaxLength || tags.Count == MaxTags || HostName.IsHostOrAddress(tag) || !seen.Add(key))
                    continue;
                tags.Add(tag);
                evidence.Add(new Evidence(EvidenceFields.Tag, tag, FactKind.Stated, field.Place, field.Excerpt, Line: field.Line));
            }
        }
        return new TagFinding(tags, evidence);
    }
}
