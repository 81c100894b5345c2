using System.Collections.Frozen;
using NewsCorpus.Articles;

namespace NewsCorpus.Extraction.Quotations;

internal enum Gender
{
    Unknown,
    Female,
    Male,
}

/// <summary>
/// Which pronoun an article uses of each of its people, judged from the copy: a title ("Ms"), a noun beside the name ("spokeswoman"), a given name that is mostly one or
/// the other in English copy, or the pronouns that follow the name. Serves only to find whom "he" and "she" mean, and is never stored.
/// </summary>
internal static class Genders
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _female = Set("""
        Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah
        Stephanie Rebecca Laura Sharon Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Christine Debra Rachel Carolyn Janet Catherine Maria
        Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Andrea Hannah Megan Cheryl Jacqueline Martha Gloria Teresa Ann Anne Sara Madison
        Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla Alexis
        Lori Hillary Kristi Kellyanne Nikki Condoleezza Ivanka Melania Michele Angelina Elena Ursula Christiane Ingrid Greta Astrid Sofia Camila Lucia Carmen Rosa Isabel Ana Beatriz
        Fatima Aisha Ilhan Rashida Kamala Tulsi Priya Indira Sonia Mei Yuki Hana Keiko Aoife Siobhan Siobhán Niamh Fiona Eilidh Nicola Theresa Jacinda Gillian Harriet Imogen Edith
        Eleanor Jane Claire Clare Kate Katie Liz Beth Meg Peggy Sally Molly Polly Rosie Lucy Lily Ella Eva Zoe Chloe Naomi Esther Miriam Leah Sheila Wendy Tina Tammy Gina Nina Olga
        Natalia Irina Svetlana Tatiana Yulia Anastasia Agnieszka Małgorzata Magdalena Katarzyna Ewa Joanna Beata Halina Monika Petra Jana Hanna Birgit Heidi Sigrid Solveig Annika
        Marine Brigitte Sylvie Aurélie Chantal Nathalie Valérie Giulia Francesca Chiara Paola Silvia Valentina Alessandra Wanjiru Amina Zainab Ngozi Chimamanda Emine Ayşe Anahit Letitia
        Elise Carly Debbie Dianne Nydia Alexandria Ayanna Pramila Tammy Cindy Vicki Vicky Jenna Jenny Jill Joni Loretta Lorraine Marcia Maureen Maxine Nora Norma Paula Phyllis
        Rita Roberta Rosemary Stacy Stacey Suzanne Tracey Valerie Veronica Yolanda Yvonne Beatrix Rosalind Willemijn Oddný Claudia Bianca Daniela Gabriela Mariana
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _male = Set("""
        James Robert John Michael David William Richard Joseph Thomas Christopher Charles Daniel Matthew Anthony Mark Donald Steven Andrew Paul Joshua Kenneth Kevin Brian Timothy Ronald
        George Jason Edward Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Patrick Frank Raymond Jack Dennis Jerry
        Tyler Aaron Jose José Adam Nathan Henry Zachary Douglas Peter Kyle Noah Ethan Jeremy Christian Walter Keith Austin Roger Terry Sean Gerald Carl Dylan Harold Jordan Jesse Bryan
        Lawrence Arthur Gabriel Bruce Logan Billy Joe Alan Juan Elijah Willie Albert Wayne Randy Mason Vincent Liam Roy Bobby Caleb Bradley Russell Lucas Barack Bernie Ted Marco Mitt
        Newt Rand Ron Jeb Jim Tim Tom Bob Bill Mike Steve Dave Dan Ben Sam Ken Greg Jeff Rick Nick Matt Chris Tony Andy Fred Phil Ralph Roland Rudy Vladimir Sergei Dmitry Ivan Boris
        Mikhail Alexei Igor Oleg Volodymyr Viktor Emmanuel François Jean-Claude Pierre Jacques Nicolas Luc Olivier Hans Klaus Jürgen Wolfgang Friedrich Olaf Helmut Gerhard Lars Sven Erik
        Anders Bjørn Henrik Johan Jens Mario Luigi Giovanni Giuseppe Matteo Silvio Paolo Carlos Luis Miguel Jorge Pedro Pablo Diego Javier Fernando Rafael Manuel Antonio Francisco
        Mohammed Muhammad Mohamed Ahmed Ali Hassan Hussein Omar Abdullah Ibrahim Mustafa Mahmoud Bashar Khalid Samir Yusuf Tariq Narendra Rajiv Rahul Amit Sanjay Hiroshi Shinzo Kenji
        Wei Xi Kwame Kofi Babatunde Tunde Chukwu Oluwaseun Nelson Thabo Jomo Uhuru Declan Cormac Seamus Conor Liam Angus Duncan Hamish Alasdair Craig Colin Clive Desmond Derek Graham
        Geoffrey Gordon Hugh Ian Nigel Neil Oliver Oscar Simon Stuart Trevor Toby Tobias Piers Anselm Leopold Bartholomew Barty Kieran Owen Rhys Gareth Evan Max Leo Felix Hugo Louis
        Zohran Elliott Elliot Pete Hank Harry Howard Jared Jay Joel Josh Karl Kirk Kurt Lance Leonard Lloyd Marcus Martin Marvin Maurice Melvin Norman Otto Perry Philip Reince Rex Rod
        Ross Stanley Stefan Sylvester Theo Todd Travis Troy Victor Wade Warren Wesley Xavier Zdeněk Duarte Jurgis Matěj Tomasz Piotr Krzysztof Andrzej Lech Jarosław Donny Elon Mitch Chuck
        """);

    private static readonly string[] _femaleNouns = ["woman", "Mrs", "Ms", "Miss", "Dame", "Lady", "wife", "mother", "sister", "daughter", "actress", "queen", "princess", "Madam", "grandmother", "widow", "spokeswoman", "congresswoman", "chairwoman", "councilwoman", "businesswoman", "aunt"];
    private static readonly string[] _maleNouns = ["man", "Mr", "Sir", "Lord", "husband", "father", "brother", "son", "king", "prince", "grandfather", "widower", "spokesman", "congressman", "chairman", "councilman", "businessman", "assemblyman", "uncle", "imam", "Pope"];

    /// <summary>One entry a person.</summary>
    public static Gender[] Of(string text, IReadOnlyList<PersonReading> people, IReadOnlyList<Mention> mentions)
    {
        var score = new int[people.Count];
        foreach (var mention in mentions)
        {
            if (mention.Person < 0 || mention.Person >= people.Count)
                continue;
            score[mention.Person] += Title(mention.Text);
            var lead = text.AsSpan(0, mention.Start).TrimEnd(" .");
            score[mention.Person] += Noun(LastWord(lead)) * 20;
            score[mention.Person] += Pronouns(text, mention.End);
        }
        var genders = new Gender[people.Count];
        for (var i = 0; i < genders.Length; i++)
        {
            var name = people[i].Name.AsSpan();
            score[i] += Title(people[i].Name) + (Given(name) * 12);
            genders[i] = score[i] > 1 ? Gender.Female : score[i] < -1 ? Gender.Male : Gender.Unknown;
        }
        return genders;
    }

    private static int Title(string name)
    {
        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? 0 : Noun(name.AsSpan(0, space).TrimEnd('.')) * 20;
    }

    private static int Given(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split(' '))
            if (_female.Contains(name[range]))
                return 1;
            else if (_male.Contains(name[range]))
                return -1;
        return 0;
    }

    private static int Noun(ReadOnlySpan<char> word)
    {
        foreach (var noun in _femaleNouns)
            if (word.Equals(noun, StringComparison.OrdinalIgnoreCase))
                return 1;
        foreach (var noun in _maleNouns)
            if (word.Equals(noun, StringComparison.OrdinalIgnoreCase))
                return -1;
        return 0;
    }

    /// <summary>The first pronoun within the next 100 characters: +1 for "she" and "her", -1 for "he", "his" and "him".</summary>
    private static int Pronouns(string text, int from)
    {
        var window = text.AsSpan(from, Math.Min(100, text.Length - from));
        var i = 0;
        while (i < window.Length)
        {
            var start = i;
            while (i < window.Length && char.IsLetter(window[i]))
                i++;
            switch (window[start..i])
            {
                case "she" or "She" or "her" or "herself": return 1;
                case "he" or "He" or "his" or "him" or "himself": return -1;
            }
            if (i == start)
            {
                if (window[i] == '\n')
                    return 0;
                i++;
            }
        }
        return 0;
    }

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsLetter(text[start - 1]))
            start--;
        return text[start..];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
