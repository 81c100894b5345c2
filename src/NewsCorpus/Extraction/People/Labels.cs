namespace NewsCorpus.Extraction.People;

/// <summary>
/// The labels of the sequence model: begin, inside, end and single (BIOES) for persons, organisations and places, begin and inside for all other names.
/// The other classes are learnt only so that a bridge or a company named after somebody is not that person. Sixteen, so that the scores of a token fill one vector.
/// </summary>
internal static class Labels
{
    public const int Count = 16;
    public const int Outside = 0;
    public const int PersonBegin = 1;
    public const int PersonInside = 2;
    public const int PersonEnd = 3;
    public const int PersonSingle = 4;
    public const int Organisation = 5;
    public const int Place = 9;
    public const int OtherBegin = 13;
    public const int OtherInside = 14;

    public static bool IsPerson(int label) => label is >= PersonBegin and <= PersonSingle;

    /// <summary>0 for none, 1 person, 2 organisation, 3 place, 4 other.</summary>
    public static int ClassOf(int label) => (label + 3) >> 2;

    /// <summary>The label of a token at <paramref name="index"/> in a name of <paramref name="length"/> tokens of the class.</summary>
    public static int Of(int nameClass, int index, int length)
    {
        if (nameClass == 0)
            return Outside;
        if (nameClass == 4)
            return index == 0 ? OtherBegin : OtherInside;
        var first = 1 + ((nameClass - 1) * 4);
        return length == 1 ? first + 3 : index == 0 ? first : index == length - 1 ? first + 2 : first + 1;
    }

    private static bool Opens(int label) => ClassOf(label) is > 0 and < 4 && ((label - 1) & 3) is 0 or 3;

    private static bool Closes(int label) => ClassOf(label) is > 0 and < 4 && ((label - 1) & 3) is 2 or 3;

    /// <summary>Whether a name may end before a token outside any name, or the text end.</summary>
    public static bool CanEnd(int label) => label < Count - 1 && (label == Outside || ClassOf(label) == 4 || Closes(label));

    public static bool CanStart(int label) => label < Count - 1 && (label == Outside || label == OtherBegin || Opens(label));

    public static bool CanFollow(int before, int label)
    {
        if (before >= Count - 1 || label >= Count - 1)
            return false;
        if (CanStart(label))
            return CanEnd(before);
        return ClassOf(label) == 4 ? ClassOf(before) == 4 : ClassOf(before) == ClassOf(label) && !Closes(before);
    }
}
