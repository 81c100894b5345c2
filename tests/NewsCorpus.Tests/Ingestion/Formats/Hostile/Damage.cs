using System.Text;

namespace NewsCorpus.Tests.Ingestion.Formats.Hostile;

/// <summary>What storage, mail gateways and people do to files, from a seed.</summary>
internal static class Damage
{
    private static readonly string[] Inserted =
    [
        new('[', 3000), new('{', 3000), string.Concat(Enumerable.Repeat("<div>", 3000)), new('"', 400), "]]>", "-->", "\r\n\r\n", "---\n", "+++\n", "&#x110000;", "&amp", "\u0000", "\uFEFF", "\u200B\u00AD\u202E",
        "\uD83D\uDE00", "a\u0301\u0301\u0301", "99999999999999999999", "2026-02-30", "\t", new(' ', 5000), "=?utf-8?Q?=C3?=", "\\u00zz", "*a", "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    ];

    public static byte[] Of(byte[] bytes, int seed)
    {
        var random = new Random(seed);
        for (var times = 1 + random.Next(3); times > 0 && bytes.Length > 0; times--)
            bytes = Once(bytes, random);
        return bytes;
    }

    private static byte[] Once(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, at + 1 + random.Next(40));
        switch (random.Next(7))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[end..]];
            case 2:
                return [.. bytes[..end], .. bytes[at..]];
            case 3:
                var noise = new byte[1 + random.Next(8)];
                random.NextBytes(noise);
                return [.. bytes[..at], .. noise, .. bytes[at..]];
            case 4:
                return [.. bytes[..at], .. Encoding.UTF8.GetBytes(Inserted[random.Next(Inserted.Length)]), .. bytes[at..]];
            case 5:
                var flipped = bytes.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            default:
                // Read as Windows-1252 and saved as UTF-8, as editors do.
                return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(bytes));
        }
    }
}
