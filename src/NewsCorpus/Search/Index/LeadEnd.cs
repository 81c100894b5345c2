using NewsCorpus.Articles;
using NewsCorpus.Search.Index.Inversion;
using NewsCorpus.Search.Queries;

namespace NewsCorpus.Search.Index;

/// <summary>Finds where the lead of a text ends: after its second paragraph, or after 120 words where that comes sooner. Standfirst, dateline and the like are no paragraphs but belong to it.</summary>
internal sealed class LeadEnd
{
    private const int Paragraphs = 2;
    private const int Words = 120;

    private int _paragraphs;
    private bool _isOver;

    /// <summary>Positions of the content field below this belong to the lead.</summary>
    public int Positions { get; private set; }

    /// <summary>What the words of the next block count for.</summary>
    public int Weight => FieldWeights.Of(_isOver ? QueryField.Text : QueryField.Lead);

    /// <summary>Notes a block whose words have just been added.</summary>
    public void Add(Block block, FieldWords words)
    {
        if (_isOver)
            return;
        var isParagraph = block.Kind is BlockKind.Paragraph or BlockKind.List or BlockKind.Quote or BlockKind.Note;
        if (isParagraph && ++_paragraphs > Paragraphs)
        {
            _isOver = true;
            return;
        }
        var surplus = words.Words - Words;
        _isOver = surplus >= 0;
        // Within a block positions are words.
        Positions = words.Positions - Math.Max(0, surplus);
    }
}
