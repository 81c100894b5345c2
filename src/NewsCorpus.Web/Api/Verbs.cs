namespace NewsCorpus.Web.Api;

internal static class Verbs
{
    /// <summary>Whatever can be read answers HEAD as well.</summary>
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
}
