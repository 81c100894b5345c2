using NewsCorpus.Articles;

namespace NewsCorpus.Store.Corrections;

internal static class CorrectionRanks
{
    /// <summary>Of several active corrections of one field the newest stays; the others are superseded.</summary>
    public static void Settle(IEnumerable<Correction> ofOneField)
    {
        var active = ofOneField.Where(c => c.State == CorrectionState.Active).OrderBy(c => c.At).ThenBy(c => c.Id).ToList();
        foreach (var older in active.SkipLast(1))
            older.State = CorrectionState.Superseded;
    }
}
