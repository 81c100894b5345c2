namespace NewsCorpus.Ingestion.Formats.Json;

/// <summary>Finds where JSON values start and end without parsing them, in one pass.</summary>
internal static class JsonText
{
    /// <summary>Offset just past the object or array that starts at an offset; null where it does not end within a length. Brackets inside strings do not count.</summary>
    public static int? EndOfValue(string text, int start, int maxLength)
    {
        var depth = 0;
        var inString = false;
        var stop = (int)Math.Min(text.Length, (long)start + maxLength);
        for (var i = start; i < stop; i++)
        {
            var c = text[i];
            if (inString)
            {
                if (c == '\\')
                    i++;
                else if (c == '"')
                    inString = false;
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']' && --depth == 0)
            {
                return i + 1;
            }
        }
        return null;
    }

    /// <summary>True for a text that begins as an object with a name in it, or an array of such objects, does.</summary>
    public static bool StartsData(ReadOnlySpan<char> text)
    {
        text = text.TrimStart();
        if (text is ['[', ..])
            text = text[1..].TrimStart();
        return text is ['{', ..] && text[1..].TrimStart() is ['"' or '}', ..];
    }
}
