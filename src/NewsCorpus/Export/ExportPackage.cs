using System.IO.Compression;
using System.Text;

namespace NewsCorpus.Export;

/// <summary>An export and its manifest in one ZIP file, made while it is sent.</summary>
public static class ExportPackage
{
    public const string ManifestName = "manifest.json";

    /// <param name="name">Name of the exported file in the archive.</param>
    public static async Task WriteAsync(ArticleExport export, ExportPlan plan, ExportFormat format, ExportOptions options, string name, Stream stream, CancellationToken ct)
    {
        // The archive's own headers are written synchronously, which a response does not allow.
        await using var forward = new ForwardStream(stream);
        await using (var archive = await ZipArchive.CreateAsync(forward, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
        {
            ExportManifest manifest;
            // Parquet has packed its columns itself.
            await using (var entry = await archive.CreateEntry(name, format.Name == "parquet" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).OpenAsync(ct))
                manifest = await export.WriteAsync(plan, format, options, entry, ct);
            await using var last = await archive.CreateEntry(ManifestName).OpenAsync(ct);
            await last.WriteAsync(Encoding.UTF8.GetBytes(manifest.ToString()), ct);
        }
        await forward.FlushAsync(ct);
    }
}
