using System.Text.Json.Serialization;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArticleDetails))]
[JsonSerializable(typeof(ArticleRules))]
[JsonSerializable(typeof(StoredBlocks))]
internal sealed partial class StoredJson : JsonSerializerContext;

/// <summary>Of <see cref="ArticleDetails"/> the blocks alone, for readers who need nothing else.</summary>
internal sealed record StoredBlocks
{
    public IReadOnlyList<Block> Blocks { get; init; } = [];
}
