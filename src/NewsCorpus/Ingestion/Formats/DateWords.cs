using System.Globalization;

namespace NewsCorpus.Ingestion.Formats;

/// <summary>Tells where the words of a date end: in figures, written out, with or without weekday and time. What day they mean is not decided here.</summary>
internal static class DateWords
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "sept",
    ];

    private static readonly string[] Zones = ["UTC", "GMT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "BST", "CET", "CEST", "ET", "CT", "MT", "PT", "Z"];

    /// <summary>Length of the date, with its time if there is one, that the text starts with; 0 where it starts with none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var scan = new Scan(text);
        scan.Weekday();
        if (!scan.Figures() && !scan.DayMonthYear() && !scan.MonthDayYear())
            return 0;
        scan.Time();
        return scan.At > 0 && scan.At < text.Length && (char.IsLetterOrDigit(text[scan.At]) || text[scan.At] is '-' or '/' or '%') ? 0 : scan.At;
    }

    private ref struct Scan(ReadOnlySpan<char> text)
    {
        private readonly ReadOnlySpan<char> text = text;

        public int At { get; private set; }

        private readonly char Current => At < text.Length ? text[At] : '\0';

        public void Weekday()
        {
            var start = At;
            foreach (var day in DateTimeFormatInfo.InvariantInfo.DayNames)
            {
                if (!Word(day) && !Word(day.AsSpan(0, 3)) && !(day.Length > 6 && Word(day.AsSpan(0, 4))) && !Word(day.AsSpan(0, 5)))
                    continue;
                Accept('.');
                Accept(',');
                if (Spaces())
                    return;
            }
            At = start;
        }

        /// <summary>2026-01-08, 2026/1/8, 2026.01.08, 20260108, 08/01/2026 and the like.</summary>
        public bool Figures()
        {
            var start = At;
            var first = Digits();
            if (first == 8 && text[start] is '1' or '2')
                return true;
            var mark = Current;
            if (first is 1 or 2 or 4 && mark is '-' or '/' or '.')
            {
                At++;
                var second = Digits();
                if (second is 1 or 2 && Current == mark)
                {
                    At++;
                    var third = Digits();
                    if (first == 4 ? third is 1 or 2 : third == 4)
                        return true;
                }
            }
            At = start;
            return false;
        }

        /// <summary>8 January 2026, 8th of January, 2026, 8-Jan-2026.</summary>
        public bool DayMonthYear()
        {
            var start = At;
            if (Digits() is 1 or 2)
            {
                Ordinal();
                if (Gap() && (!Word("of") || Spaces()) && Month() && Gap() && Year())
                    return true;
            }
            At = start;
            return false;
        }

        /// <summary>January 8, 2026; Jan. 8 2026.</summary>
        public bool MonthDayYear()
        {
            var start = At;
            if (Month() && Gap() && Digits() is 1 or 2)
            {
                Ordinal();
                if (Gap() && Year())
                    return true;
            }
            At = start;
            return false;
        }

        /// <summary>A time after the date: T14:30:00.5Z, 14:30 +0100, "at 2:30 p.m. EST".</summary>
        public void Time()
        {
            var start = At;
            if (!Accept('T'))
            {
                Accept(',');
                Spaces();
                if (Word("at"))
                    Spaces();
            }
            if (Digits() is not (1 or 2) || !Accept(':') || Digits() != 2)
            {
                At = start;
                return;
            }
            if (Accept(':'))
                Digits();
            if (Current is '.' && At + 1 < text.Length && char.IsAsciiDigit(text[At + 1]))
            {
                At++;
                Digits();
            }
            HalfOfDay();
            Zone();
        }

        private void HalfOfDay()
        {
            var start = At;
            Spaces();
            foreach (var half in (ReadOnlySpan<string>)["a.m.", "p.m.", "am", "pm"])
                if (Word(half))
                    return;
            At = start;
        }

        private void Zone()
        {
            var start = At;
            Spaces();
            if (Current is '+' or '-' or '−')
            {
                At++;
                if (Digits() is var hours && (hours == 4 || (hours == 2 && (!Accept(':') || Digits() == 2))))
                    return;
            }
            else
            {
                foreach (var zone in Zones)
                    if (text[At..].StartsWith(zone, StringComparison.Ordinal) && Word(zone))
                        return;
            }
            At = start;
        }

        private bool Month()
        {
            foreach (var month in Months)
            {
                if (!Word(month) && !Word(month.AsSpan(0, 3)))
                    continue;
                Accept('.');
                return true;
            }
            return false;
        }

        private bool Year()
        {
            var start = At;
            if (Digits() == 4 && text[start] is '1' or '2')
                return true;
            At = start;
            return false;
        }

        private void Ordinal()
        {
            foreach (var ending in (ReadOnlySpan<string>)["st", "nd", "rd", "th"])
                if (Word(ending))
                    return;
        }

        /// <summary>Spaces, a comma with spaces, or a hyphen or slash.</summary>
        private bool Gap()
        {
            if (Accept(','))
            {
                Spaces();
                return true;
            }
            return Spaces() || Accept('-') || Accept('/');
        }

        private int Digits()
        {
            var start = At;
            while (char.IsAsciiDigit(Current))
                At++;
            return At - start;
        }

        private bool Spaces()
        {
            var start = At;
            while (Current is ' ' or '\t' or '\u00A0' or '\u202F')
                At++;
            return At > start;
        }

        private bool Accept(char c)
        {
            if (Current != c)
                return false;
            At++;
            return true;
        }

        /// <summary>Takes a word in any case that no letter follows.</summary>
        private bool Word(ReadOnlySpan<char> word)
        {
            var rest = text[Math.Min(At, text.Length)..];
            if (!rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (rest.Length > word.Length && char.IsLetter(rest[word.Length])))
                return false;
            At += word.Length;
            return true;
        }
    }
}
