using System.Globalization;
using System.Text;

namespace NewsCorpus.Ingestion.Formats.Mail;

/// <summary>The codings of mail: quoted-printable and base64 (RFC 2045, 6), encoded words (RFC 2047), parameters (RFC 2231).</summary>
internal static class MimeText
{
    /// <summary>Bytes of a header as text: UTF-8 where they are, else Windows-1252.</summary>
    public static string Header(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);

    public static byte[] Decode(ReadOnlySpan<byte> bytes, string? coding) => coding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(bytes),
        "quoted-printable" => QuotedPrintable(bytes, isWord: false),
        _ => bytes.ToArray(),
    };

    /// <summary>Decodes "=?charset?B?…?=" and "=?charset?Q?…?="; what cannot be decoded stays as it is. White space between two encoded words is no part of the text.</summary>
    public static string Words(string value)
    {
        if (!value.Contains("=?", StringComparison.Ordinal))
            return value;
        var text = new StringBuilder();
        // Words of one set next to each other are decoded together: some senders cut in the middle of a character.
        var pending = new List<byte>();
        string? pendingSet = null;
        for (var at = 0; at < value.Length;)
        {
            var start = value.IndexOf("=?", at, StringComparison.Ordinal);
            if (start < 0 || Word(value, start) is not var (set, bytes, end))
            {
                start = start < 0 ? value.Length : start + 2;
                Flush();
                text.Append(value, at, start - at);
                at = start;
                continue;
            }
            var between = value.AsSpan(at, start - at);
            if (pendingSet is null || !between.IsWhiteSpace() || !set.Equals(pendingSet, StringComparison.OrdinalIgnoreCase))
            {
                var isNext = pendingSet is not null && between.IsWhiteSpace();
                Flush();
                if (!isNext)
                    text.Append(between);
            }
            pendingSet = set;
            pending.AddRange(bytes);
            at = end;
        }
        Flush();
        return text.ToString();

        void Flush()
        {
            if (pendingSet is not null)
                text.Append(SourceDecoder.DecodePart([.. pending], pendingSet, []));
            pending.Clear();
            pendingSet = null;
        }
    }

    /// <summary>Value of a parameter: "text/html; charset=utf-8", in quotation marks, in pieces ("boundary*0=") or with a set of its own ("name*=utf-8''…").</summary>
    public static string? Parameter(string? header, string name)
    {
        if (header is null)
            return null;
        var pieces = new StringBuilder();
        var at = header.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && at < header.Length)
        {
            at++;
            while (at < header.Length && (char.IsWhiteSpace(header[at]) || header[at] == ';'))
                at++;
            var equals = header.IndexOf('=', at);
            if (equals < 0)
                break;
            var key = header.AsSpan(at, equals - at).Trim();
            var value = ParameterValue(header, equals + 1, out at);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
            if (key.StartsWith(name, StringComparison.OrdinalIgnoreCase) && key[name.Length..] is ['*', ..])
                pieces.Append(key[^1] == '*' && value.LastIndexOf('\'') is >= 0 and var mark ? Uri.UnescapeDataString(value[(mark + 1)..]) : value);
        }
        return pieces.Length > 0 ? pieces.ToString() : null;
    }

    private static string ParameterValue(string header, int start, out int end)
    {
        while (start < header.Length && char.IsWhiteSpace(header[start]))
            start++;
        if (start < header.Length && header[start] == '"')
        {
            var value = new StringBuilder();
            for (end = start + 1; end < header.Length && header[end] != '"'; end++)
                value.Append(header[end] == '\\' && end + 1 < header.Length ? header[++end] : header[end]);
            end = header.IndexOf(';', Math.Min(end, header.Length));
            return value.ToString();
        }
        end = header.IndexOf(';', start);
        return (end < 0 ? header[start..] : header[start..end]).Trim();
    }

    private static (string Set, byte[] Bytes, int End)? Word(string value, int start)
    {
        var setEnd = value.IndexOf('?', start + 2);
        if (setEnd < 0 || setEnd - start > 60 || setEnd + 2 >= value.Length || value[setEnd + 2] != '?')
            return null;
        var end = value.IndexOf("?=", setEnd + 3, StringComparison.Ordinal);
        if (end < 0)
            return null;
        var set = value[(start + 2)..setEnd];
        // RFC 2231 allows a language behind the set.
        set = set.IndexOf('*', StringComparison.Ordinal) is > 0 and var star ? set[..star] : set;
        var coded = Encoding.Latin1.GetBytes(value[(setEnd + 3)..end]);
        return char.ToLowerInvariant(value[setEnd + 1]) switch
        {
            'b' => (set, Base64(coded), end + 2),
            'q' => (set, QuotedPrintable(coded, isWord: true), end + 2),
            _ => null,
        };
    }

    /// <summary>Characters that are none of base64's are passed over; decoding ends at the padding.</summary>
    private static byte[] Base64(ReadOnlySpan<byte> bytes)
    {
        var result = new List<byte>(bytes.Length * 3 / 4);
        int bits = 0, held = 0;
        foreach (var b in bytes)
        {
            var value = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (b == '=')
                (bits, held) = (0, 0);
            if (value < 0)
                continue;
            bits = (bits << 6) | value;
            held += 6;
            if (held < 8)
                continue;
            held -= 8;
            result.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }
        return [.. result];
    }

    private static byte[] QuotedPrintable(ReadOnlySpan<byte> bytes, bool isWord)
    {
        var result = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == '_' && isWord)
            {
                result.Add((byte)' ');
            }
            else if (b != '=')
            {
                result.Add(b);
            }
            else if (i + 2 < bytes.Length && byte.TryParse(bytes.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Add(code);
                i += 2;
            }
            else
            {
                // A soft line break; spaces that a gateway added may stand before it.
                var end = i + 1;
                while (end < bytes.Length && bytes[end] is (byte)' ' or (byte)'\t' or (byte)'\r')
                    end++;
                if (end == bytes.Length || bytes[end] == '\n')
                    i = end;
                else
                    result.Add(b);
            }
        }
        return [.. result];
    }
}
