using System.IO.Compression;
using System.Text;

namespace NewsCorpus.Tests.Ingestion;

/// <summary>Archives for tests, made anew with the entries given; an entry that is an archive is given by its bytes.</summary>
internal static class ZipFiles
{
    public static string WriteZip(this TestCorpus corpus, string name, params (string Name, string Text)[] entries)
    {
        var path = Path.Combine(corpus.Files, name);
        File.WriteAllBytes(path, Bytes([.. entries.Select(e => (e.Name, Encoding.UTF8.GetBytes(e.Text)))]));
        return path;
    }

    public static byte[] Bytes(params (string Name, byte[] Bytes)[] entries)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create))
            foreach (var (name, bytes) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        return zip.ToArray();
    }
}
