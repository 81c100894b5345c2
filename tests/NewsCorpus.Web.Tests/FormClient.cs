using System.Net;
using System.Text.Json;

namespace NewsCorpus.Web.Tests;

/// <summary>How a program with a session posts: with the antiforgery token that goes with its cookies.</summary>
internal static class FormClient
{
    public const string TokenHeader = "X-CSRF-TOKEN";

    /// <summary>The token of the client's session, for the header <see cref="TokenHeader"/>. It changes with signing in and out.</summary>
    public static async Task<string> TokenAsync(this HttpClient client) =>
        (await client.SessionAsync()).GetProperty("csrf").GetString()!;

    public static async Task<JsonElement> SessionAsync(this HttpClient client)
    {
        using var document = JsonDocument.Parse(await client.GetStringAsync(Relative("/api/session"), TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }

    /// <summary>Posts a form to a page, or to a route of the API, with the token.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(this HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await client.SendWithTokenAsync(HttpMethod.Post, address, content);
    }

    /// <summary>Sends any request with the token.</summary>
    public static async Task<HttpResponseMessage> SendWithTokenAsync(this HttpClient client, HttpMethod method, string address, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, Relative(address)) { Content = content };
        request.Headers.Add(TokenHeader, await client.TokenAsync());
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task SignInAsync(HttpClient client, string name, string password)
    {
        using var response = await client.PostFormAsync("/account/sign-in", ("Name", name), ("Password", password));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    private static Uri Relative(string address) => new(address, UriKind.Relative);
}
