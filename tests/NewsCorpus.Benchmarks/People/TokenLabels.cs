using NewsCorpus.Extraction.People;

namespace NewsCorpus.Benchmarks.People;

/// <summary>The right labels of a document's tokens.</summary>
internal static class TokenLabels
{
    /// <summary>One a token: a token that overlaps a name is in it.</summary>
    public static byte[] Of(TokenisedText text, LabelledDocument document)
    {
        var labels = new byte[text.Tokens.Length];
        var token = 0;
        foreach (var span in document.Spans)
        {
            while (token < labels.Length && text.Tokens[token].End <= span.Start)
                token++;
            var last = token;
            while (last < labels.Length && text.Tokens[last].Start < span.End)
                last++;
            for (var i = token; i < last; i++)
                labels[i] = (byte)Labels.Of(span.Class, i - token, last - token);
            token = last;
        }
        return labels;
    }

    /// <summary>Names cut by the edge of a stretch are closed there, so that every sequence of labels is a possible one.</summary>
    public static void Close(Span<byte> labels)
    {
        for (var start = 0; start < labels.Length;)
        {
            var nameClass = Labels.ClassOf(labels[start]);
            var end = start + 1;
            while (end < labels.Length && Labels.ClassOf(labels[end]) == nameClass && !Labels.CanStart(labels[end]))
                end++;
            for (var i = start; i < end && nameClass != 0; i++)
                labels[i] = (byte)Labels.Of(nameClass, i - start, end - start);
            start = end;
        }
    }
}
