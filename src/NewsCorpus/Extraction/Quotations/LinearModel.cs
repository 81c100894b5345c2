namespace NewsCorpus.Extraction.Quotations;

/// <summary>Weights of a linear model over hashed features, a signed byte each, with a scale and a bias. Immutable.</summary>
internal sealed class LinearModel(sbyte[] weights, float scale, float bias)
{
    public float Score(FeatureList features)
    {
        var sum = 0;
        foreach (var place in features.Places)
            sum += weights[place];
        return (sum * scale) + bias;
    }

    public static LinearModel Read(BinaryReader reader)
    {
        var scale = reader.ReadSingle();
        var bias = reader.ReadSingle();
        var bytes = reader.ReadBytes(1 << FeatureList.Bits);
        return new LinearModel((sbyte[])(Array)bytes, scale, bias);
    }

    /// <summary>Rounds weights to bytes and writes them as <see cref="Read"/> expects them.</summary>
    public static void Write(BinaryWriter writer, float[] weights, float bias)
    {
        var largest = 0f;
        foreach (var weight in weights)
            largest = Math.Max(largest, Math.Abs(weight));
        var scale = Math.Max(largest, 1e-6f) / 127;
        writer.Write(scale);
        writer.Write(bias);
        foreach (var weight in weights)
            writer.Write((sbyte)Math.Round(weight / scale));
    }
}
