using NewsCorpus.Articles;
using NewsCorpus.Extraction.People;
using Xunit;

namespace NewsCorpus.Tests.Extraction.People;

/// <summary>A floor under the whole recogniser, on invented sentences of many kinds. The measured figures are in MODEL.md; this only catches weights or features gone wrong.</summary>
public sealed class AccuracyTests
{
    /// <summary>Sentences, and after the bar the people in them, parted by semicolons.</summary>
    private static readonly string[] _sentences =
    [
        "Mayor Sarah Whitcombe said on Tuesday that the bridge would open in June.|Sarah Whitcombe",
        "The office of senator Paula Hendricks described the vote as a mistake.|Paula Hendricks",
        "“We were never asked,” said Martin Oyelaran, a teacher from Leeds.|Martin Oyelaran",
        "Prime Minister Kenji Morishita met his Indian counterpart Rajesh Malhotra in Tokyo.|Kenji Morishita;Rajesh Malhotra",
        "Police arrested Luis Fernando Quintero in Bogotá, the interior ministry said.|Luis Fernando Quintero",
        "Defender Kwabena Osei-Mensah scored twice as Halder Rovers beat Skarrow United.|Kwabena Osei-Mensah",
        "Operation Thunderhead seized 40 kilos of cocaine, the Department of Justice said.|",
        "The George Harding Bridge will be closed until Monday, the city council said.|",
        "Wells Fargo and Morgan Stanley declined to comment.|",
        "Students at Johns Hopkins University marched to City Hall on Friday.|",
        "Governor Ellen Strand signed the bill; Strand's opponent, Peter Vance, called it a disgrace.|Ellen Strand;Peter Vance",
        "The analyst, Nguyễn Thu Hà, said exports to China and Vietnam would rise.|Nguyễn Thu Hà",
        "Judge Tomasz Wiśniewski told the jury to ignore Ms Wiśniewska's remarks.|Tomasz Wiśniewski;Ms Wiśniewska",
        "Ahmed al-Farouqi, head of the port authority in Basra, resigned on Sunday.|Ahmed al-Farouqi",
        "The singer Aoife O’Shaughnessy will tour Australia and New Zealand next year.|Aoife O’Shaughnessy",
        "Hurricane Marjorie weakened as it moved over Louisiana and Mississippi.|",
        "J. T. Ridgeway and her brother Colin Ridgeway inherited the farm.|J. T. Ridgeway;Colin Ridgeway",
        "According to Reuters, Toyota and Samsung will build a plant in Ohio.|",
        "Willem van der Hoek, who chairs the committee, walked out of the meeting.|Willem van der Hoek",
        "Councillor Priya Ramanathan thanked Dr Samuel Okonjo for his work at St. Mary's Hospital.|Priya Ramanathan;Samuel Okonjo",
    ];

    [Fact]
    public void Finds_nearly_all_people_of_plain_sentences_and_hardly_anybody_else()
    {
        var recogniser = new PersonRecogniser();
        int right = 0, wrong = 0, missed = 0;
        var faults = new List<string>();
        foreach (var line in _sentences)
        {
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var text = line[..bar];
            var wanted = line[(bar + 1)..].Split(';', StringSplitOptions.RemoveEmptyEntries);
            var found = recogniser.Recognise(new ArticleContent(text, [new Block(BlockKind.Paragraph, 0, text.Length)], [])).People.Select(p => p.Name).ToList();
            right += found.Count(wanted.Contains);
            wrong += found.Count(f => !wanted.Contains(f));
            missed += wanted.Count(w => !found.Contains(w));
            if (!found.SequenceEqual(wanted))
                faults.Add($"{text} -> {string.Join("; ", found)}");
        }
        Assert.True(right >= 18 && wrong + missed <= 4, $"{right} right, {wrong} wrong, {missed} missed\n{string.Join('\n', faults)}");
    }
}
