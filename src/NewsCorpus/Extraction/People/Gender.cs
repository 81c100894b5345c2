namespace NewsCorpus.Extraction.People;

/// <summary>What honorifics, roles and given names say; used only to keep "Ms Voss" from meaning Mr Voss.</summary>
internal enum Gender
{
    Unknown = 0,
    Male,
    Female,
}

internal static class Genders
{
    public static Gender Of(WordKinds kinds)
    {
        if ((kinds & (WordKinds.HonorificMale | WordKinds.RoleMale)) != WordKinds.None)
            return Gender.Male;
        return (kinds & (WordKinds.HonorificFemale | WordKinds.RoleFemale)) != WordKinds.None ? Gender.Female : Gender.Unknown;
    }

    public static Gender OfGivenName(WordKinds kinds) => (kinds & (WordKinds.Male | WordKinds.Female | WordKinds.Given)) switch
    {
        WordKinds.Male => Gender.Male,
        WordKinds.Female => Gender.Female,
        _ => Gender.Unknown,
    };

    public static bool Fit(Gender a, Gender b) => a == b || a == Gender.Unknown || b == Gender.Unknown;
}
