using NewsCorpus.Export;

namespace NewsCorpus.Web.Presentation;

/// <summary>What an address asks for beyond its search.</summary>
/// <param name="Format">Null where only the manifest is asked for.</param>
/// <param name="IsPacked">As a ZIP file with the manifest.</param>
public sealed record ExportUrlReading(ExportFormat? Format, bool WithText, bool IsPacked, IReadOnlyList<ParameterProblem> Problems);

/// <summary>The parameters that an export has besides those of <see cref="SearchUrl"/>.</summary>
public static class ExportUrl
{
    public const string Path = "/export";
    public const string Format = "format";
    public const string Text = "text";
    public const string Pack = "pack";

    /// <summary>As a format: only what the file would be of.</summary>
    public const string Manifest = "manifest";
    public const string Include = "include";
    public const string Exclude = "exclude";
    public const string Zip = "zip";

    public static ExportUrlReading Read(IQueryCollection parameters, ExportFormats formats)
    {
        var problems = new List<ParameterProblem>();
        var name = parameters[Format].ToString();
        var format = formats.Find(name);
        if (format is null && name != Manifest)
            problems.Add(new ParameterProblem(Format, name, $"{(name.Length == 0 ? "“format” is missing." : $"“{name}” is not a value of “format”.")} It takes one of: {string.Join(", ", formats.All.Select(f => f.Name))}, {Manifest}."));
        return new ExportUrlReading(format, Is(Text, Include, Exclude), Is(Pack, Zip, ""), problems);

        bool Is(string parameter, string yes, string no)
        {
            var value = parameters[parameter].ToString();
            if (value == yes || value == no || value.Length == 0)
                return value == yes;
            problems.Add(new ParameterProblem(parameter, value, $"“{value}” is not a value of “{parameter}”. It takes {(no.Length == 0 ? $"“{yes}”" : $"one of: {yes}, {no}")}."));
            return false;
        }
    }
}
