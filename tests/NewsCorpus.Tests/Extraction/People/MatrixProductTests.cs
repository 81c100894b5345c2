using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

public sealed class MatrixProductTests
{
    private const int Inner = 7;
    private const int Width = 32;

    private static float[] Numbers(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 2) - 1)];
    }

    private static float Entry(float[] left, int row, float[] right, int column) =>
        Enumerable.Range(0, Inner).Sum(k => left[(row * Inner) + k] * right[(k * Width) + column]);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void Adds_the_product(int rows)
    {
        var (left, right) = (Numbers(rows * Inner, 1), Numbers(Inner * Width, 2));
        var target = Enumerable.Repeat(2f, rows * Width).ToArray();
        MatrixProduct.AddTo(target, left, Inner, 1, right, rows, Inner, Width);
        for (var i = 0; i < target.Length; i++)
            Assert.Equal(2f + Entry(left, i / Width, right, i % Width), target[i], 1e-4f);
    }

    [Fact]
    public void Reads_the_left_side_transposed()
    {
        const int Rows = 6;
        var (left, right) = (Numbers(Rows * Inner, 3), Numbers(Inner * Width, 4));
        var turned = new float[left.Length];
        for (var row = 0; row < Rows; row++)
            for (var k = 0; k < Inner; k++)
                turned[(k * Rows) + row] = left[(row * Inner) + k];
        var (straight, other) = (new float[Rows * Width], new float[Rows * Width]);
        MatrixProduct.AddTo(straight, left, Inner, 1, right, Rows, Inner, Width);
        MatrixProduct.AddTo(other, turned, 1, Rows, right, Rows, Inner, Width);
        Assert.Equal(straight, other);
    }

    [Fact]
    public void Takes_many_rows_from_anywhere_as_it_takes_each_alone()
    {
        const int Rows = 21;
        var (left, packed) = (Numbers(Rows * Inner, 7), MatrixProduct.Pack(Numbers(Inner * Width, 8), Inner, Width));
        var to = Enumerable.Range(0, Rows).Select(n => n * 8 % Rows).ToArray();
        var from = Enumerable.Range(0, Rows).Select(n => n * 5 % Rows * Inner).ToArray();
        var (together, alone) = (new float[Rows * Width], new float[Rows * Width]);
        MatrixProduct.AddTo(together, to, left, from, packed, Inner, Width);
        for (var n = 0; n < Rows; n++)
            MatrixProduct.AddTo(alone, to.AsSpan(n, 1), left, from.AsSpan(n, 1), packed, Inner, Width);
        Assert.Equal(alone, together);
    }

    [Fact]
    public void Takes_rows_from_anywhere()
    {
        var (left, right) = (Numbers(9 * Inner, 5), Numbers(Inner * Width, 6));
        var target = new float[8 * Width];
        MatrixProduct.AddTo(target, [7, 0, 3, 5, 1], left, [0, 8 * Inner, 2 * Inner, 2 * Inner, Inner], MatrixProduct.Pack(right, Inner, Width), Inner, Width);
        (int Target, int Left)[] pairs = [(7, 0), (0, 8), (3, 2), (5, 2), (1, 1)];
        foreach (var (to, from) in pairs)
            for (var column = 0; column < Width; column++)
                Assert.Equal(Entry(left, from, right, column), target[(to * Width) + column], 1e-4f);
        Assert.All(target[(2 * Width)..(3 * Width)], value => Assert.Equal(0f, value));
    }

    [Fact]
    public void Refuses_sizes_that_do_not_fit()
    {
        Assert.Throws<ArgumentException>(() => MatrixProduct.AddTo(new float[10], new float[10], 1, 1, new float[10], 1, 1, 10));
        Assert.Throws<ArgumentException>(() => MatrixProduct.AddTo(new float[32], [1], new float[2], [1], new float[32], 2, 16));
    }
}
