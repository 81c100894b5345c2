using System.Text.Json.Serialization;
using NewsCorpus.Articles;

namespace NewsCorpus.Store;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ArticleDetails))]
[JsonSerializable(typeof(ArticleRules))]
internal sealed partial class StoredJson : JsonSerializerContext;
