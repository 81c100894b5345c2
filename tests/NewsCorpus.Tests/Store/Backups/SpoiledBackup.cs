using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NewsCorpus.Store;
using NewsCorpus.Store.Backups;
using Xunit;

namespace NewsCorpus.Tests.Store.Backups;

/// <summary>Backups that cannot be relied on, each by a fault of its own.</summary>
internal static class SpoiledBackup
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="fault">As the tests name it.</param>
    public static async Task SpoilAsync(TestCorpus corpus, string path, string fault)
    {
        switch (fault)
        {
            case "no such file":
                File.Delete(path);
                break;
            case "text":
                await File.WriteAllTextAsync(path, "no archive at all", Token);
                break;
            case "empty zip":
                File.Delete(path);
                await (await ZipFile.OpenAsync(path, ZipArchiveMode.Create, Token)).DisposeAsync();
                break;
            case "cut off":
                await using (var file = new FileStream(path, FileMode.Open))
                    file.SetLength(file.Length / 2);
                break;
            case "other program":
                await EditAsync("manifest.json", text => text.Replace("newscorpus-backup", "other-backup", StringComparison.Ordinal));
                break;
            case "newer format":
                await EditAsync("manifest.json", text => text.Replace("\"formatVersion\": 1", "\"formatVersion\": 2", StringComparison.Ordinal));
                break;
            case "newer program":
                await EditAsync("manifest.json", text => Regex.Replace(text, "\"program\": \"[^\"]+\"", "\"program\": \"999.0.0\"", RegexOptions.NonBacktracking));
                break;
            case "other corpus":
                await EditAsync("manifest.json", text => Regex.Replace(text, "\"corpusId\": \"[^\"]+\"", $"\"corpusId\": \"{Guid.NewGuid()}\"", RegexOptions.NonBacktracking));
                break;
            case "leads outside":
                await EditAsync("manifest.json", text => text.Replace("\"entries\": [", "\"entries\": [ {\"name\": \"keys/../../evil\", \"size\": 1, \"sha256\": \"\"},", StringComparison.Ordinal));
                break;
            case "changed database":
                await EditAsync("newscorpus.db", text => text.Replace("Brick Lane", "Stone Lane", StringComparison.Ordinal));
                break;
            case "missing database":
                await using (var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, Token))
                    zip.GetEntry("newscorpus.db")!.Delete();
                break;
            case "damaged database":
                // Sound as an archive: the manifest was written over the damage.
                await RewriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF; DELETE FROM SourceFiles", Token));
                break;
            case "newer migration":
                await RewriteAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99')", Token));
                break;
            default:
                throw new ArgumentException(fault, nameof(fault));
        }

        async Task EditAsync(string entry, Func<string, string> edit)
        {
            await using var zip = await ZipFile.OpenAsync(path, ZipArchiveMode.Update, Token);
            var old = zip.GetEntry(entry)!;
            string text;
            using (var reader = new StreamReader(await old.OpenAsync(Token), Encoding.Latin1))
                text = edit(await reader.ReadToEndAsync(Token));
            old.Delete();
            await using var writer = new StreamWriter(await zip.CreateEntry(entry).OpenAsync(Token), Encoding.Latin1);
            await writer.WriteAsync(text);
        }

        // The backup of a copy of the corpus that was tampered with before.
        async Task RewriteAsync(Func<CorpusDbContext, Task> tamper)
        {
            await using var other = TestCorpus.Unprepared();
            Directory.CreateDirectory(other.Data);
            SqliteFile.Copy(Path.Combine(corpus.Data, "newscorpus.db"), Path.Combine(other.Data, "newscorpus.db"));
            await using (var db = other.Database())
                await tamper(db);
            await other.Get<CorpusBackup>().WriteAsync(path, overwrite: true, Token);
        }
    }
}
