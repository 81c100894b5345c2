namespace NewsCorpus.Extraction.Dates;

/// <summary>Reads a time of day and its zone after a date.</summary>
internal static class ClockReader
{
    /// <summary>
    /// The time and offset that stand at the cursor, which moves past them. <paramref name="offset"/> is null where no known zone is stated.
    /// False, with the cursor where it was, where no time stands there.
    /// </summary>
    public static bool TryRead(ref DateCursor cursor, out TimeSpan time, out TimeSpan? offset)
    {
        time = default;
        offset = null;
        var start = cursor.At;
        if (!cursor.Take('T') && !cursor.Take('t'))
        {
            if (!Separator(ref cursor))
                return false;
        }
        var hour = cursor.Number(1, 2);
        if (hour < 0 || !TryMinutes(ref cursor, hour, out var minute, out var second, out var hasMinutes))
        {
            cursor.At = start;
            return false;
        }
        var half = Half(ref cursor);
        if (half == 0 && !hasMinutes || hour > (half == 0 ? 24 : 12) || minute > 59 || second > 60 || (hour == 24 && minute + second > 0))
        {
            cursor.At = start;
            return false;
        }
        if (half != 0)
            hour = hour % 12 + (half == 2 ? 12 : 0);
        // 24:00 ends the stated day; as an instant it would begin the next, so the day stands without a time.
        if (hour == 24)
            return true;
        time = new TimeSpan(hour, minute, Math.Min(second, 59));
        offset = Zone(ref cursor);
        return true;
    }

    /// <summary>The offset that stands at the cursor, or null: "Z", "+01:00", "-0500", "(EST)", "GMT+2".</summary>
    public static TimeSpan? Zone(ref DateCursor cursor)
    {
        var start = cursor.At;
        cursor.Spaces();
        cursor.Take('(');
        if (char.IsLetter(cursor.Current))
        {
            var isKnown = DateVocabulary.TryZone(cursor.Word(), out var minutes) && cursor.IsAtBoundary;
            if (!isKnown)
            {
                cursor.At = start;
                return null;
            }
            if (minutes == 0 && Signed(ref cursor) is { } added)
                return added;
            cursor.Take(')');
            return TimeSpan.FromMinutes(minutes);
        }
        var offset = Signed(ref cursor);
        if (offset is null)
            cursor.At = start;
        return offset;
    }

    private static TimeSpan? Signed(ref DateCursor cursor)
    {
        var start = cursor.At;
        var sign = cursor.Current switch { '+' => 1, '-' or '−' => -1, _ => 0 };
        if (sign == 0)
            return null;
        cursor.At++;
        var number = cursor.Number(1, 4);
        var digits = cursor.At - start - 1;
        var minutes = digits <= 2 ? number * 60 : number / 100 * 60 + number % 100;
        if (digits <= 2 && cursor.Take(':'))
            minutes += Math.Max(0, cursor.Number(2, 2));
        // The widest offset in use is +14:00.
        if (number < 0 || minutes > 14 * 60)
        {
            cursor.At = start;
            return null;
        }
        return TimeSpan.FromMinutes(sign * minutes);
    }

    private static bool Separator(ref DateCursor cursor)
    {
        var start = cursor.At;
        while (!cursor.IsAtEnd && cursor.At - start < 5 && (char.IsWhiteSpace(cursor.Current) || cursor.Current is ',' or '|' or '-' or '–' or '—' or '·' or '•' or '/'))
            cursor.At++;
        if (cursor.TakeWord("at", "um", "à", "a", "om", "alle", "kl", "as", "às"))
        {
            cursor.Take('.');
            cursor.Spaces();
        }
        return cursor.At > start;
    }

    private static bool TryMinutes(ref DateCursor cursor, int hour, out int minute, out int second, out bool hasMinutes)
    {
        minute = 0;
        second = 0;
        hasMinutes = cursor.Current is ':' or '.' or 'h' or 'H';
        if (!hasMinutes)
            return hour >= 0;
        var mark = cursor.At++;
        minute = cursor.Number(2, 2);
        if (minute < 0)
        {
            // "10. The council" is an hour before "am" at best.
            cursor.At = mark;
            minute = 0;
            hasMinutes = false;
            return true;
        }
        if (cursor.Take(':'))
        {
            second = cursor.Number(2, 2);
            if (second >= 0 && (cursor.Current is '.' or ','))
            {
                var fraction = cursor.At++;
                if (cursor.Number(1, 9) < 0)
                    cursor.At = fraction;
            }
        }
        return second >= 0;
    }

    /// <summary>1 for a.m., 2 for p.m., 0 for neither.</summary>
    private static int Half(ref DateCursor cursor)
    {
        var start = cursor.At;
        cursor.Spaces();
        var half = cursor.Current switch { 'a' or 'A' => 1, 'p' or 'P' => 2, _ => 0 };
        if (half != 0)
        {
            cursor.At++;
            var dotted = cursor.Take('.');
            if ((cursor.Take('m') || cursor.Take('M')) && (cursor.IsAtBoundary))
            {
                if (dotted)
                    cursor.Take('.');
                return half;
            }
        }
        cursor.At = start;
        return 0;
    }
}
