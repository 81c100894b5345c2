using System.Text;

namespace NewsCorpus.Search.Queries;

/// <summary>Writes a tree in the query language's canonical form: every operator spelled out, parentheses only where they matter. Reading it again gives the same tree.</summary>
internal static class QueryWriter
{
    public static string Write(QueryNode node)
    {
        var result = new StringBuilder();
        Write(node, result);
        return result.ToString();
    }

    private static void Write(QueryNode node, StringBuilder result)
    {
        switch (node)
        {
            case WordNode word:
                result.Append(word.Text);
                break;
            case PhraseNode phrase:
                result.Append('"').Append(phrase.Text).Append('"');
                break;
            case EverythingNode:
                result.Append('*');
                break;
            case NotNode not:
                result.Append("NOT ");
                WriteInside(not.Part, result, not.Part is AndNode or OrNode or NotNode);
                break;
            case FieldNode field:
                result.Append(QueryFields.NameOf(field.Field)).Append(':');
                WriteInside(field.Part, result, field.Part is AndNode or OrNode or NotNode or FieldNode);
                break;
            case AndNode and:
                WriteParts(and.Parts, " AND ", static part => part is OrNode or AndNode, result);
                break;
            case OrNode or:
                WriteParts(or.Parts, " OR ", static part => part is AndNode or OrNode, result);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(node), node, "not a known part of a query");
        }
    }

    private static void WriteParts(IReadOnlyList<QueryNode> parts, string sign, Func<QueryNode, bool> needsParentheses, StringBuilder result)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
                result.Append(sign);
            WriteInside(parts[i], result, needsParentheses(parts[i]));
        }
    }

    private static void WriteInside(QueryNode node, StringBuilder result, bool parentheses)
    {
        if (parentheses)
            result.Append('(');
        Write(node, result);
        if (parentheses)
            result.Append(')');
    }
}
