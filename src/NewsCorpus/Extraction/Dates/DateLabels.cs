namespace NewsCorpus.Extraction.Dates;

/// <summary>The words that pages and copy put before the date of publication or of the last change, in the languages whose months <see cref="DateVocabulary"/> knows. The one list of them.</summary>
internal static class DateLabels
{
    private const string Publications = """
        originally published|first published|publication date|date published|date of publication|release date|published|publish date|posted|issued|released|date|uploaded|this article was published|this article was first published|this entry was posted|this post was|added|date added|original publication|original publication date|press release|news release|submitted by|written by|article from
        veröffentlicht|veröffentlichung|veröffentlichungsdatum|erstveröffentlichung|publiziert|erschienen|erschienen am|erscheinungsdatum|erstellt|erstellt am|eingestellt|geschrieben am|verfasst am|online seit|datum|dieser artikel wurde|dieser beitrag wurde|dieser eintrag wurde|artikel vom|beitrag vom|meldung vom|nachricht vom|pressemitteilung vom|pressemeldung vom|medienmitteilung vom|geschrieben von|verfasst von|veröffentlicht von
        publié|publiée|publication|date de publication|date de parution|paru|mis en ligne|mise en ligne|posté|rédigé le|créé le|article publié|article publié le|publié par|écrit par|rédigé par|posté par|communiqué du
        publicado|publicada|publicado el|publicado em|fecha|fecha de publicación|data de publicação|postado|publicat|pubblicato|pubblicata|data di pubblicazione|data|inserito|escrito por|publicado por|scritto da|pubblicato da|comunicato stampa del|escrito el|criado em
        gepubliceerd|geplaatst|publicatiedatum|publicerad|publicerat|publiceret|offentliggjort|publisert|julkaistu|avaldatud|publicēts|paskelbta
        opublikowano|data publikacji|publikacja|dodano|publikováno|vydáno|zveřejněno|publikované|zverejnené|objavljeno|datum objave|közzétéve|megjelent|publicat la|data publicării
        yayınlanma|yayın tarihi|yayınlandı|giriş tarihi|eklenme tarihi|haber tarihi|tarih|опубликовано|размещено|дата публикации|опубліковано|дата публікації|публикувано|дата|δημοσιεύθηκε|δημοσίευση|發布|发布|发布时间|发表于|公開日|掲載|投稿日|배포|입력|등록|ngày đăng|diterbitkan|dipublikasikan|tanggal|objavljeno|датум|дата на публикация|نشر|تاريخ النشر|פורסם
        """;

    private const string Updates = """
        updated|update|last updated|last update|last modified|last edited|last changed|last reviewed|modified|edited|this page was last
        aktualisiert|aktualisiert am|zuletzt|zuletzt aktualisiert|zuletzt geändert|zuletzt bearbeitet|letzte änderung|letzte aktualisierung|letzte bearbeitung|geändert|geändert am|stand|stand des artikels|stand der information|überarbeitet|diese seite wurde zuletzt
        mis à jour|mise à jour|dernière modification|dernière mise à jour|modifié|modifié le|actualisé|actualizado|actualizada|última actualización|última modificación|modificado|atualizado|atualizada|última atualização|aggiornato|aggiornata|ultimo aggiornamento|ultima modifica|modificato
        laatst|laatst bijgewerkt|laatst gewijzigd|bijgewerkt|gewijzigd|senast|senast uppdaterad|uppdaterad|uppdaterat|ändrad|opdateret|oppdatert|sist oppdatert|päivitetty|muokattu
        aktualizacja|ostatnia aktualizacja|ostatnia modyfikacja|ostatnia|zaktualizowano|zmodyfikowano|aktualizováno|aktualizované|upraveno|frissítve|utolsó módosítás|actualizat|ažurirano|güncelleme|güncellendi|güncelle|обновлено|оновлено|изменено|последнее обновление|ενημερώθηκε|更新|更新日|更新时间|最終更新|최종수정|수정|cập nhật|diperbarui
        """;

    /// <summary>What else pages date: an event, a life, a deadline.</summary>
    private const string Others = """
        event|event date|when|starts|start date|ends|end date|begins|deadline|registration|register by|valid until|expires|born|died|accessed|retrieved|member since|joined|today|termin|wann|beginn|ende|anmeldeschluss|einsendeschluss|bewerbungsfrist|gültig bis|geboren|gestorben|mitglied seit|abgerufen|heute
        quand|début|date limite|né le|née le|inscrit le|cuándo|inicio|nacido|quando|inizio|scadenza|nato il|wanneer|geboren op|kiedy
        """;

    private static readonly (string Label, DateRole? Role)[] _all =
        [.. Split(Publications, DateRole.Publication).Concat(Split(Updates, DateRole.Update)).Concat(Split(Others, null)).OrderByDescending(l => l.Label.Length)];

    /// <summary>The longest label that the line begins with, as a whole word; no role where it dates something else than the article.</summary>
    public static (string Label, DateRole? Role)? AtStart(ReadOnlySpan<char> line)
    {
        foreach (var (label, role) in _all)
            if (line.StartsWith(label, StringComparison.OrdinalIgnoreCase) && EndsAt(line, label.Length))
                return (label, role);
        return null;
    }

    /// <summary>The label that the words end with, but for a few letters ("on", "am", "le") and marks.</summary>
    public static (string Label, DateRole? Role)? AtEnd(ReadOnlySpan<char> words)
    {
        words = words.TrimEnd(" :.,|-–—(\u00A0");
        if (Ending(words) is { } found)
            return found;
        var space = words.LastIndexOf(' ');
        return space > 0 && words.Length - space <= 4 ? Ending(words[..space].TrimEnd(" :.,")) : null;
    }

    private static (string Label, DateRole? Role)? Ending(ReadOnlySpan<char> words)
    {
        foreach (var (label, role) in _all)
            if (words.EndsWith(label, StringComparison.OrdinalIgnoreCase) && (words.Length == label.Length || !char.IsLetterOrDigit(words[^(label.Length + 1)]) || IsIdeographic(label)))
                return (label, role);
        return null;
    }

    private static bool EndsAt(ReadOnlySpan<char> line, int end) => end == line.Length || !char.IsLetterOrDigit(line[end]) || IsIdeographic(line[..end]);

    /// <summary>Chinese and Japanese part no words.</summary>
    private static bool IsIdeographic(ReadOnlySpan<char> label) => label[^1] is >= '\u3040' and <= '\u9FFF';

    private static IEnumerable<(string Label, DateRole? Role)> Split(string labels, DateRole? role) =>
        labels.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).Select(label => (label, role));
}
