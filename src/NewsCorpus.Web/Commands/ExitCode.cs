namespace NewsCorpus.Web.Commands;

/// <summary>Exit codes that scripts rely on.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Some files were rejected, or verify found differences.</summary>
    public const int Findings = 1;

    /// <summary>The command line or a query cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>A folder, port, lock or disk is in the way.</summary>
    public const int Environment = 3;
}
