using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Structure;

/// <summary>Someone who made the article, where the article says so.</summary>
/// <param name="Name">In mixed case: "Jim WATSON" gives "Jim Watson".</param>
/// <param name="Role">As in <see cref="Contributor"/>: "byline", "contributor" or "photo".</param>
/// <param name="Start">First UTF-16 offset of the name into the article's text.</param>
/// <param name="End">Offset just past it.</param>
public sealed record ContributorMention(string Name, string Role, int Start, int End);

/// <summary>Names out of bylines, contributor lines and credits, without agencies, outlets, roles and places.</summary>
public static class ContributorReader
{
    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<ContributorMention> Read(ArticleContent content)
    {
        List<ContributorMention>? found = null;
        foreach (var block in content.Blocks)
        {
            if (RoleOf(block.Kind) is not { } role)
                continue;
            foreach (var (start, end, name) in ContributorNames.In(content.Text[block.Start..block.End]))
                (found ??= []).Add(new ContributorMention(name, role, block.Start + start, block.Start + end));
        }
        return found ?? [];
    }

    private static string? RoleOf(BlockKind kind) => kind switch
    {
        BlockKind.Byline => "byline",
        BlockKind.Contributor => "contributor",
        BlockKind.Credit => "photo",
        _ => null,
    };
}
