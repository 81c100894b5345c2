namespace NewsCorpus.Extraction.Structure;

/// <summary>Names under which wire services and picture agencies are credited.</summary>
internal static class Agencies
{
    private static readonly HashSet<string> Pictures = new(StringComparer.OrdinalIgnoreCase)
    {
        "getty images", "getty", "ap photo", "ap images", "afp photo", "reuters photo", "shutterstock", "istock", "istockphoto", "epa", "epa-efe", "epa-eft", "rex", "rex features", "rex/shutterstock", "alamy",
        "alamy stock photo", "corbis", "sipa", "sipa usa", "zuma press", "zuma", "zuma wire", "imago", "imago images", "nurphoto", "anadolu", "anadolu agency", "wireimage", "filmmagic", "pa images", "pa media", "pa wire", "bloomberg via getty images",
        "hulton archive", "magnum photos", "polaris", "redux", "eyevine", "splash news", "wenn", "usa today sports", "imagn images", "unsplash", "pixabay", "flickr", "wikimedia commons", "creative commons", "handout", "lightrocket", "xinhua photo", "keystone", "picture alliance", "shutterstock.com", "adobe stock", "depositphotos", "pexels",
    };

    private static readonly HashSet<string> Wires = new(StringComparer.OrdinalIgnoreCase)
    {
        "ap", "the ap", "associated press", "the associated press", "reuters", "reuter", "afp", "agence france-presse", "agence france presse", "upi", "united press international", "dpa", "efe", "ansa", "tass", "itar-tass", "interfax", "xinhua", "kyodo", "yonhap",
        "pti", "press trust of india", "ani", "ians", "bloomberg", "bloomberg news", "cnn", "cnn business", "cnnmoney", "mena", "ips", "inter press service", "cns", "rns", "religion news service", "thomson reuters foundation", "pa", "press association", "pool", "aap", "canadian press", "the canadian press", "knight ridder", "tribune news service", "tns", "dow jones", "mct", "tns", "bbc", "npr", "ria novosti",
    };

    private static readonly int Longest = Pictures.Concat(Wires).Max(n => n.Length);

    public static bool IsPictureAgency(ReadOnlySpan<char> name) => Has(Pictures, name);

    public static bool IsWire(ReadOnlySpan<char> name) => Has(Wires, name);

    public static bool IsKnown(ReadOnlySpan<char> name) => IsPictureAgency(name) || IsWire(name);

    private static bool Has(HashSet<string> names, ReadOnlySpan<char> name)
    {
        name = name.Trim(" .()");
        // "ePA" is no spelling of an agency, but "iStock" is.
        if (name.Length is > 1 and < 5 && char.IsLower(name[0]) && char.IsUpper(name[1]))
            return false;
        return name.Length <= Longest && names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
    }
}
