namespace NewsCorpus.Articles;

/// <summary>Words that an article reports somebody to have said or written, and who.</summary>
/// <param name="Start">First UTF-16 offset into the article's text of the words quoted; quotation marks stand outside.</param>
/// <param name="End">Offset just past the words.</param>
/// <param name="Text">The words between <paramref name="Start"/> and <paramref name="End"/> as they stand. A quotation never reaches over a paragraph: one that
/// runs over three paragraphs, or is split by its cue, is so many readings with one speaker.</param>
/// <param name="Speaker">Index into the people the reading was made with (<see cref="ArticleReading.People"/>); -1 where nobody known speaks.</param>
/// <param name="SpeakerText">The words that name the speaker: "Mr Walz", "she", "a spokeswoman", "the department"; null where none do.</param>
/// <param name="SpeakerStart">Offset of those words, which may stand in another paragraph; null with <paramref name="SpeakerText"/>.</param>
/// <param name="SpeakerEnd">Offset just past them.</param>
/// <param name="Cue">The word that reports ("said", "according to"); null where none does.</param>
/// <param name="CueStart">Offset of the cue, or null.</param>
/// <param name="CueEnd">Offset just past the cue.</param>
/// <param name="IsDirect">True for words in quotation marks, false for reported ones ("said that ...").</param>
/// <param name="Rule">How the speaker was found, in words a reader understands, e.g. "cue after the quotation", "speaker of the quotation before".</param>
public sealed record QuotationReading(
    int Start,
    int End,
    string Text,
    int Speaker,
    string? SpeakerText,
    int? SpeakerStart,
    int? SpeakerEnd,
    string? Cue,
    int? CueStart,
    int? CueEnd,
    bool IsDirect,
    string Rule);
