using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewsCorpus.Search.Analysis;

namespace NewsCorpus.Search.Index.Inversion;

/// <summary>
/// Numbers the terms met lately, from 0 without gaps, in flat arrays: a word is looked up once for all its forms, and each term is made and encoded once. Not thread-safe.
/// Its lookups decide how fast articles are indexed, most of their time being waiting for memory; hence no objects.
/// </summary>
internal sealed class TermTable
{
    /// <summary>The number of <see cref="TermForms.Sentence"/>.</summary>
    public const int Sentence = 0;

    /// <summary>The number of <see cref="TermForms.Paragraph"/>.</summary>
    public const int Paragraph = 1;

    private const int None = -1;

    /// <summary>Terms after which the table is to be emptied when nothing refers to it: some 40 MB.</summary>
    private const int Plenty = 600_000;

    /// <summary>So that nobody can write words that all meet in one place.</summary>
    private readonly ulong _seed = (ulong)Random.Shared.NextInt64() | 1;

    private Bucket[] _buckets = new Bucket[1 << 14];
    private Entry[] _words = new Entry[1 << 13];
    private int _wordCount;
    private char[] _chars = new char[1 << 16];
    private int _charCount;
    private byte[] _bytes = new byte[1 << 17];
    private int[] _ends = new int[1 << 14];

    private readonly bool _hasStems;

    /// <param name="hasStems">False for keys, which are no words.</param>
    public TermTable(bool hasStems)
    {
        _hasStems = hasStems;
        Clear();
    }

    /// <summary>Terms there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the table had better be emptied at the next occasion.</summary>
    public bool IsLarge => Count > Plenty;

    /// <summary>The bytes of a term in UTF-8.</summary>
    public ReadOnlySpan<byte> this[int term] => _bytes.AsSpan(StartOf(term), _ends[term] - StartOf(term));

    /// <summary>Forgets all terms; their numbers are given anew.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        _wordCount = _charCount = Count = 0;
        NewTerm(TermForms.Sentence);
        NewTerm(TermForms.Paragraph);
    }

    /// <summary>The number of a folded word in this table, for the forms below.</summary>
    public int WordOf(ReadOnlySpan<char> word)
    {
        var hash = HashOf(word);
        var mask = _buckets.Length - 1;
        for (var at = (int)hash & mask; ; at = (at + 1) & mask)
        {
            var bucket = _buckets[at];
            if (bucket.Next == 0)
                return Add(word, hash, at);
            if (bucket.Tag == (uint)(hash >> 32) && CharsOf(bucket.Next - 1).SequenceEqual(word))
                return bucket.Next - 1;
        }
    }

    /// <summary>The word as it is written.</summary>
    public int Exact(int word)
    {
        ref var entry = ref _words[word];
        if (entry.Exact == None)
            entry.Exact = entry.Stem == word ? NewTerm(CharsOf(word)) : NewTerm(TermForms.Exact, word);
        return entry.Exact;
    }

    /// <summary>"An inflection of its stem"; -1 where the word is its own stem.</summary>
    public int Inflected(int word)
    {
        var stem = _words[word].Stem;
        if (stem == word)
            return None;
        return Form(ref _words[stem].AsStem, TermForms.Inflected, stem);
    }

    public int Capitals(int word) => Form(ref _words[word].Capitals, TermForms.Capitals, word);

    public int Mixed(int word) => Form(ref _words[word].Mixed, TermForms.Mixed, word);

    public int Dotted(int word) => Form(ref _words[word].Dotted, TermForms.Dotted, word);

    private int Form(ref int term, char form, int word) => term == None ? term = NewTerm(form, word) : term;

    private int Add(ReadOnlySpan<char> word, ulong hash, int at)
    {
        if (_wordCount * 2 >= _buckets.Length)
        {
            Widen();
            at = Free(hash);
        }
        if (_wordCount == _words.Length)
            Array.Resize(ref _words, _words.Length * 2);
        Reserve(ref _chars, _charCount + word.Length);
        word.CopyTo(_chars.AsSpan(_charCount));
        var added = _wordCount++;
        _words[added] = new Entry { Hash = hash, Start = _charCount, Length = word.Length, Stem = added, Exact = None, AsStem = None, Capitals = None, Mixed = None, Dotted = None };
        _charCount += word.Length;
        _buckets[at] = new Bucket((uint)(hash >> 32), added + 1);
        if (_hasStems && WordStemmer.Current.Stem(word) is var stem && !word.SequenceEqual(stem))
        {
            var known = WordOf(stem);
            _words[added].Stem = known;
        }
        return added;
    }

    private void Widen()
    {
        _buckets = new Bucket[_buckets.Length * 2];
        for (var word = 0; word < _wordCount; word++)
            _buckets[Free(_words[word].Hash)] = new Bucket((uint)(_words[word].Hash >> 32), word + 1);
    }

    private int Free(ulong hash)
    {
        var mask = _buckets.Length - 1;
        var at = (int)hash & mask;
        while (_buckets[at].Next != 0)
            at = (at + 1) & mask;
        return at;
    }

    private int NewTerm(char form, int word)
    {
        Span<char> text = stackalloc char[WordTokenizer.MaxLength + 1];
        text[0] = form;
        var chars = CharsOf(word);
        chars.CopyTo(text[1..]);
        return NewTerm(text[..(chars.Length + 1)]);
    }

    private int NewTerm(ReadOnlySpan<char> text)
    {
        var start = StartOf(Count);
        Reserve(ref _bytes, start + (text.Length * 3));
        Reserve(ref _ends, Count + 1);
        _ends[Count] = start + Encoding.UTF8.GetBytes(text, _bytes.AsSpan(start));
        return Count++;
    }

    private int StartOf(int term) => term == 0 ? 0 : _ends[term - 1];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<char> CharsOf(int word) => _chars.AsSpan(_words[word].Start, _words[word].Length);

    private static void Reserve<T>(ref T[] array, int length)
    {
        if (length > array.Length)
            Array.Resize(ref array, Math.Max(length, array.Length * 2));
    }

    /// <summary>Four characters at a time, mixed by multiplication.</summary>
    private ulong HashOf(ReadOnlySpan<char> word)
    {
        const ulong Mix = 0x9E3779B97F4A7C15;
        var hash = _seed ^ (uint)word.Length;
        for (; word.Length >= 4; word = word[4..])
            hash = Turn((hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(word))) * Mix);
        ulong rest = 0;
        foreach (var c in word)
            rest = (rest << 16) | c;
        return Turn((hash ^ rest) * Mix);

        static ulong Turn(ulong value) => value ^ (value >> 29);
    }

    /// <param name="Tag">Upper half of the word's hash.</param>
    /// <param name="Next">The word's number and one; 0 for an empty bucket.</param>
    private readonly record struct Bucket(uint Tag, int Next);

    private struct Entry
    {
        public ulong Hash;
        public int Start;
        public int Length;
        public int Stem;
        public int Exact;
        public int AsStem;
        public int Capitals;
        public int Mixed;
        public int Dotted;
    }
}
