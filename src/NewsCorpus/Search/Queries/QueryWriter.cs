using System.Globalization;
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

    /// <summary>"2025-12-01..2026-01-15", "2025-12-01", "..2026-01-15".</summary>
    public static string WriteRange(DateOnly? from, DateOnly? to)
    {
        var (first, last) = (from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return first == last ? first! : $"{first}..{last}";
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
                if (phrase.Slack is { } slack)
                    result.Append('~').Append(slack);
                break;
            case EverythingNode:
                result.Append('*');
                break;
            case LengthNode length:
                WriteLength(length, result);
                break;
            case DateNode date:
                result.Append("date:").Append(WriteRange(date.From, date.To));
                break;
            case NotNode not:
                result.Append("NOT ");
                WriteInside(not.Part, result, not.Part is AndNode or OrNode or NotNode or NearNode);
                break;
            case FieldNode field:
                result.Append(QueryFields.NameOf(field.Field)).Append(':');
                WriteInside(field.Part, result, field.Part is not (WordNode or PhraseNode));
                break;
            case FirstNode first:
                WriteFunction($"first{first.Words}", first.Part, result);
                break;
            case AtLeastNode atLeast:
                WriteFunction($"atleast{atLeast.Count}", atLeast.Part, result);
                break;
            case CaseNode @case:
                WriteFunction(@case.Rule switch { CaseRule.AllCapitals => "allcaps", CaseRule.NoCapitals => "nocaps", _ => "caps" }, @case.Part, result);
                break;
            case NearNode near:
                WriteInside(near.Left, result, near.Left is OrNode or NearNode);
                result.Append(' ').Append(NameOf(near.Range)).Append(' ');
                WriteInside(near.Right, result, near.Right is OrNode or NearNode);
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

    private static string NameOf(NearRange range) => (range.IsOrdered ? "pre/" : "w/") + range.Unit switch
    {
        NearUnit.Sentence => "s",
        NearUnit.Paragraph => "p",
        _ => range.Distance.ToString(CultureInfo.InvariantCulture),
    };

    private static void WriteLength(LengthNode length, StringBuilder result)
    {
        switch (length.Min, length.Max)
        {
            case ({ } min, { } max):
                result.Append(CultureInfo.InvariantCulture, $"length:{min}..{max}");
                break;
            case ({ } min, null):
                result.Append(CultureInfo.InvariantCulture, $"length>={min}");
                break;
            default:
                result.Append(CultureInfo.InvariantCulture, $"length<={length.Max}");
                break;
        }
    }

    private static void WriteFunction(string name, QueryNode part, StringBuilder result)
    {
        result.Append(name);
        WriteInside(part, result, parentheses: true);
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
