namespace NewsCorpus.Web;

/// <summary>What every answer tells the browser: nothing is loaded but from here, nothing frames us, nothing is told to other sites.</summary>
internal static class SecurityHeaders
{
    public static HeaderPolicyCollection Policy() => new HeaderPolicyCollection()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddStyleSrc().Self();
            csp.AddScriptSrc().Self();
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddFormAction().Self();
            csp.AddBaseUri().None();
            csp.AddFrameAncestors().None();
        })
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        // Our own pages may know that a reader came from the results; no other site learns anything.
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddPermissionsPolicy(policy =>
        {
            policy.AddCamera().None();
            policy.AddMicrophone().None();
            policy.AddGeolocation().None();
            policy.AddPayment().None();
            policy.AddUsb().None();
            policy.AddDisplayCapture().None();
            policy.AddAutoplay().None();
        })
        .RemoveServerHeader();
}
