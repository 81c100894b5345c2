using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NewsCorpus.Extraction.People;

/// <summary>Products of small matrices of floats, row after row, on one core. Widths of the right side must be multiples of sixteen.</summary>
internal static class MatrixProduct
{
    /// <summary>Adds left × right to the target.</summary>
    /// <param name="leftRow">Step from one row of the left side to the next; with <paramref name="leftColumn"/> this reads it transposed as well.</param>
    /// <param name="leftColumn">Step from one column of the left side to the next.</param>
    /// <param name="rows">Rows of the left side and of the target.</param>
    /// <param name="inner">Columns of the left side, rows of the right.</param>
    /// <param name="width">Columns of the right side and of the target.</param>
    public static void AddTo(Span<float> target, ReadOnlySpan<float> left, int leftRow, int leftColumn, ReadOnlySpan<float> right, int rows, int inner, int width)
    {
        if (rows == 0 || inner == 0)
            return;
        if (width % 16 != 0 || target.Length < rows * width || right.Length < inner * width || left.Length <= ((rows - 1) * leftRow) + ((inner - 1) * leftColumn))
            throw new ArgumentException("The sizes of the matrices do not fit.", nameof(target));
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(right);
        for (var column = 0; column < width; column += 16)
        {
            var row = 0;
            for (; Vector512.IsHardwareAccelerated && row + 8 <= rows; row += 8)
            {
                ref var to = ref Unsafe.Add(ref t, (row * width) + column);
                ref var from = ref Unsafe.Add(ref l, row * leftRow);
                Eight(
                    ref to, ref Unsafe.Add(ref to, width), ref Unsafe.Add(ref to, width * 2), ref Unsafe.Add(ref to, width * 3),
                    ref Unsafe.Add(ref to, width * 4), ref Unsafe.Add(ref to, width * 5), ref Unsafe.Add(ref to, width * 6), ref Unsafe.Add(ref to, width * 7),
                    ref from, ref Unsafe.Add(ref from, leftRow), ref Unsafe.Add(ref from, leftRow * 2), ref Unsafe.Add(ref from, leftRow * 3),
                    ref Unsafe.Add(ref from, leftRow * 4), ref Unsafe.Add(ref from, leftRow * 5), ref Unsafe.Add(ref from, leftRow * 6), ref Unsafe.Add(ref from, leftRow * 7),
                    leftColumn, ref Unsafe.Add(ref r, column), inner, width);
            }
            for (; row + 4 <= rows; row += 4)
            {
                ref var to = ref Unsafe.Add(ref t, (row * width) + column);
                ref var from = ref Unsafe.Add(ref l, row * leftRow);
                Four(
                    ref to, ref Unsafe.Add(ref to, width), ref Unsafe.Add(ref to, width * 2), ref Unsafe.Add(ref to, width * 3),
                    ref from, ref Unsafe.Add(ref from, leftRow), ref Unsafe.Add(ref from, leftRow * 2), ref Unsafe.Add(ref from, leftRow * 3),
                    leftColumn, ref Unsafe.Add(ref r, column), inner, width);
            }
            for (; row < rows; row++)
                One(ref Unsafe.Add(ref t, (row * width) + column), ref Unsafe.Add(ref l, row * leftRow), leftColumn, ref Unsafe.Add(ref r, column), inner, width);
        }
    }

    /// <summary>The right side of a product cut into panels of sixteen columns, each row after row, so that a product reads it straight on.</summary>
    public static float[] Pack(ReadOnlySpan<float> right, int inner, int width)
    {
        var packed = new float[inner * width];
        for (var k = 0; k < inner; k++)
            for (var column = 0; column < width; column++)
                packed[((column & ~15) * inner) + (k * 16) + (column & 15)] = right[(k * width) + column];
        return packed;
    }

    /// <summary>Adds products of rows that lie anywhere: row <c>n</c> of the left side starts at <c>leftAt[n]</c> and is added to row <c>rows[n]</c> of the target.</summary>
    /// <param name="packed">See <see cref="Pack"/>.</param>
    public static void AddTo(Span<float> target, ReadOnlySpan<int> rows, ReadOnlySpan<float> left, ReadOnlySpan<int> leftAt, ReadOnlySpan<float> packed, int inner, int width)
    {
        if (rows.Length == 0)
            return;
        if (width % 16 != 0 || rows.Length != leftAt.Length || packed.Length < inner * width)
            throw new ArgumentException("The sizes of the matrices do not fit.", nameof(target));
        for (var n = 0; n < rows.Length; n++)
            if ((rows[n] + 1) * width > target.Length || leftAt[n] + inner > left.Length)
                throw new ArgumentException("A row lies outside of its matrix.", nameof(rows));
        ref var t = ref MemoryMarshal.GetReference(target);
        ref var l = ref MemoryMarshal.GetReference(left);
        ref var r = ref MemoryMarshal.GetReference(packed);
        for (var column = 0; column < width; column += 16)
        {
            ref var panel = ref Unsafe.Add(ref r, column * inner);
            var n = 0;
            for (; Vector512.IsHardwareAccelerated && n + 8 <= rows.Length; n += 8)
            {
                Eight(
                    ref Unsafe.Add(ref t, (rows[n] * width) + column), ref Unsafe.Add(ref t, (rows[n + 1] * width) + column),
                    ref Unsafe.Add(ref t, (rows[n + 2] * width) + column), ref Unsafe.Add(ref t, (rows[n + 3] * width) + column),
                    ref Unsafe.Add(ref t, (rows[n + 4] * width) + column), ref Unsafe.Add(ref t, (rows[n + 5] * width) + column),
                    ref Unsafe.Add(ref t, (rows[n + 6] * width) + column), ref Unsafe.Add(ref t, (rows[n + 7] * width) + column),
                    ref Unsafe.Add(ref l, leftAt[n]), ref Unsafe.Add(ref l, leftAt[n + 1]), ref Unsafe.Add(ref l, leftAt[n + 2]), ref Unsafe.Add(ref l, leftAt[n + 3]),
                    ref Unsafe.Add(ref l, leftAt[n + 4]), ref Unsafe.Add(ref l, leftAt[n + 5]), ref Unsafe.Add(ref l, leftAt[n + 6]), ref Unsafe.Add(ref l, leftAt[n + 7]),
                    1, ref panel, inner, 16);
            }
            for (; n + 4 <= rows.Length; n += 4)
            {
                Four(
                    ref Unsafe.Add(ref t, (rows[n] * width) + column), ref Unsafe.Add(ref t, (rows[n + 1] * width) + column),
                    ref Unsafe.Add(ref t, (rows[n + 2] * width) + column), ref Unsafe.Add(ref t, (rows[n + 3] * width) + column),
                    ref Unsafe.Add(ref l, leftAt[n]), ref Unsafe.Add(ref l, leftAt[n + 1]), ref Unsafe.Add(ref l, leftAt[n + 2]), ref Unsafe.Add(ref l, leftAt[n + 3]),
                    1, ref panel, inner, 16);
            }
            for (; n < rows.Length; n++)
                One(ref Unsafe.Add(ref t, (rows[n] * width) + column), ref Unsafe.Add(ref l, leftAt[n]), 1, ref panel, inner, 16);
        }
    }

    /// <summary>Eight rows at once, for processors with registers of 512 bits. Each sum is made in the same order as by <see cref="Four"/>, so the result is the same to the last bit.</summary>
    private static void Eight(
        ref float target0, ref float target1, ref float target2, ref float target3, ref float target4, ref float target5, ref float target6, ref float target7,
        ref float left0, ref float left1, ref float left2, ref float left3, ref float left4, ref float left5, ref float left6, ref float left7, int leftColumn, ref float right, int inner, int rightRow)
    {
        var a0 = Vector512.LoadUnsafe(ref target0);
        var a1 = Vector512.LoadUnsafe(ref target1);
        var a2 = Vector512.LoadUnsafe(ref target2);
        var a3 = Vector512.LoadUnsafe(ref target3);
        var a4 = Vector512.LoadUnsafe(ref target4);
        var a5 = Vector512.LoadUnsafe(ref target5);
        var a6 = Vector512.LoadUnsafe(ref target6);
        var a7 = Vector512.LoadUnsafe(ref target7);
        nint at = 0;
        nuint from = 0;
        for (var k = 0; k < inner; k++, at += leftColumn, from += (nuint)rightRow)
        {
            var a = Vector512.LoadUnsafe(ref right, from);
            a0 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left0, at)), a, a0);
            a1 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left1, at)), a, a1);
            a2 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left2, at)), a, a2);
            a3 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left3, at)), a, a3);
            a4 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left4, at)), a, a4);
            a5 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left5, at)), a, a5);
            a6 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left6, at)), a, a6);
            a7 = Vector512.MultiplyAddEstimate(Vector512.Create(Unsafe.Add(ref left7, at)), a, a7);
        }
        a0.StoreUnsafe(ref target0);
        a1.StoreUnsafe(ref target1);
        a2.StoreUnsafe(ref target2);
        a3.StoreUnsafe(ref target3);
        a4.StoreUnsafe(ref target4);
        a5.StoreUnsafe(ref target5);
        a6.StoreUnsafe(ref target6);
        a7.StoreUnsafe(ref target7);
    }

    private static void Four(
        ref float target0, ref float target1, ref float target2, ref float target3,
        ref float left0, ref float left1, ref float left2, ref float left3, int leftColumn, ref float right, int inner, int rightRow)
    {
        var a0 = Vector256.LoadUnsafe(ref target0);
        var b0 = Vector256.LoadUnsafe(ref target0, 8);
        var a1 = Vector256.LoadUnsafe(ref target1);
        var b1 = Vector256.LoadUnsafe(ref target1, 8);
        var a2 = Vector256.LoadUnsafe(ref target2);
        var b2 = Vector256.LoadUnsafe(ref target2, 8);
        var a3 = Vector256.LoadUnsafe(ref target3);
        var b3 = Vector256.LoadUnsafe(ref target3, 8);
        nint at = 0;
        nuint from = 0;
        for (var k = 0; k < inner; k++, at += leftColumn, from += (nuint)rightRow)
        {
            var a = Vector256.LoadUnsafe(ref right, from);
            var b = Vector256.LoadUnsafe(ref right, from + 8);
            var factor = Vector256.Create(Unsafe.Add(ref left0, at));
            a0 = Vector256.MultiplyAddEstimate(factor, a, a0);
            b0 = Vector256.MultiplyAddEstimate(factor, b, b0);
            factor = Vector256.Create(Unsafe.Add(ref left1, at));
            a1 = Vector256.MultiplyAddEstimate(factor, a, a1);
            b1 = Vector256.MultiplyAddEstimate(factor, b, b1);
            factor = Vector256.Create(Unsafe.Add(ref left2, at));
            a2 = Vector256.MultiplyAddEstimate(factor, a, a2);
            b2 = Vector256.MultiplyAddEstimate(factor, b, b2);
            factor = Vector256.Create(Unsafe.Add(ref left3, at));
            a3 = Vector256.MultiplyAddEstimate(factor, a, a3);
            b3 = Vector256.MultiplyAddEstimate(factor, b, b3);
        }
        a0.StoreUnsafe(ref target0);
        b0.StoreUnsafe(ref target0, 8);
        a1.StoreUnsafe(ref target1);
        b1.StoreUnsafe(ref target1, 8);
        a2.StoreUnsafe(ref target2);
        b2.StoreUnsafe(ref target2, 8);
        a3.StoreUnsafe(ref target3);
        b3.StoreUnsafe(ref target3, 8);
    }

    private static void One(ref float target, ref float left, int leftColumn, ref float right, int inner, int rightRow)
    {
        var a0 = Vector256.LoadUnsafe(ref target);
        var b0 = Vector256.LoadUnsafe(ref target, 8);
        nint at = 0;
        nuint from = 0;
        for (var k = 0; k < inner; k++, at += leftColumn, from += (nuint)rightRow)
        {
            var factor = Vector256.Create(Unsafe.Add(ref left, at));
            a0 = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref right, from), a0);
            b0 = Vector256.MultiplyAddEstimate(factor, Vector256.LoadUnsafe(ref right, from + 8), b0);
        }
        a0.StoreUnsafe(ref target);
        b0.StoreUnsafe(ref target, 8);
    }
}
