namespace GpmTool.Reports;

/// <summary>Makes the blocks of minutes.</summary>
internal sealed class MinutesComposer(ReviewMinutes minutes, MinutesWords words)
{
    private readonly List<MinutesBlock> _blocks = [];

    public MinutesPage Compose()
    {
        Process();
        Outcome();
        Quorum();
        Objections();
        Rounds();
        Positions();
        Threads();
        return new MinutesPage(words.Code, words.Say("Mitzeichnungsprotokoll", "Minutes of the review with co-signature"), words.Say($"Mitzeichnung des Soll {words.Quote(minutes.Process)}, Fassung {minutes.Version}", $"Co-signature of the Soll {words.Quote(minutes.Process)}, version {minutes.Version}"), Summary(), _blocks);
    }

    private IEnumerable<(MinutesAuthority Authority, MinutesPosition Position)> Open =>
        from authority in minutes.Authorities
        from position in authority.Positions
        where position is { Stance: MinutesStance.Objection, IsOpen: true }
        select (authority, position);

    private string Summary()
    {
        var (quorum, open) = (minutes.Quorum, Open.Count());
        var objections = open switch
        {
            0 => words.Say("Kein Einwand ist offen.", "No objection is open."),
            1 => words.Say("1 Einwand ist offen.", "1 objection is open."),
            _ => words.Say($"{open} Einwände sind offen.", $"{open} objections are open."),
        };
        return $"{words.Say("Stand", "State")}: {words.Of(minutes.Outcome.State)}. {(quorum.Holds ? words.Say("Die Regel ist erfüllt.", "The rule holds.") : words.Say("Die Regel ist nicht erfüllt.", "The rule does not hold."))} {objections}";
    }

    private void Process() => Facts(
        (words.Say("Politikfeld", "Policy field"), minutes.PolicyField),
        (words.Say("Prozess", "Process"), minutes.Process),
        (words.Say("Schlüssel", "Key"), minutes.ProcessKey),
        (words.Say("Fassung des Soll", "Version of the Soll"), MinutesWords.Count(minutes.Version)),
        (words.Say("Protokoll vom", "Minutes of"), words.Time(minutes.MadeAt)),
        (words.Say("Zeitzone aller Zeiten", "Zone of all times"), words.Zone));

    private void Outcome()
    {
        var (outcome, validity) = (minutes.Outcome, minutes.Validity);
        Heading("outcome", words.Say("Ergebnis", "Outcome"));
        Facts(
            (words.Say("Stand", "State"), words.Of(outcome.State)),
            (words.Say("Abgeschlossen", "Concluded"), outcome.Concluded is { } concluded ? words.Act(concluded) : words.Say("noch nicht", "not yet")),
            (words.Say("Bemerkung", "Remark"), outcome.Remark ?? "–"),
            (words.Say("Gültig ab", "Valid from"), validity.From is { } from ? words.Day(from) : words.Say("noch nicht festgelegt", "not set yet")),
            (words.Say("Gültig bis", "Valid until"), validity.Until is { } until ? words.Day(until) : words.Say("unbefristet", "no end")),
            (words.Say("Wiedervorlage", "Resubmission"), validity.Resubmission is { } again ? words.Day(again) : words.Say("keine", "none")));
    }

    private void Quorum()
    {
        var quorum = minutes.Quorum;
        Heading("quorum", words.Say("Regel der Mitzeichnung", "Rule of co-signature"));
        Facts(
            (words.Say("Regel", "Rule"), quorum.Rule),
            (words.Say("Erfüllt", "Holds"), quorum.Holds ? words.Say("ja", "yes") : words.Say("nein", "no")),
            (words.Say("Begründung", "Why"), quorum.Why),
            (words.Say("Behörden einverstanden", "Authorities that agree"), MinutesWords.Count(quorum.Agreed)),
            (words.Say("Behörden mit offenem Einwand", "Authorities with an open objection"), MinutesWords.Count(quorum.Objections)),
            (words.Say("Behörden nicht betroffen", "Authorities not concerned"), MinutesWords.Count(quorum.NotConcerned)),
            (words.Say("Behörden ohne Rückmeldung", "Authorities without reply"), MinutesWords.Count(quorum.NoReply)));
    }

    private void Objections() => Table("objections", words.Say("Offene Einwände", "Open objections"), words.Say("Kein Einwand ist offen.", "No objection is open."),
        [words.Say("Behörde", "Authority"), words.Say("Gegenstand", "Subject"), words.Say("Begründung", "Reason"), words.Say("Wer und wann", "Who and when")],
        [.. Open.Select(item => new[] { item.Authority.Name, Subject(item.Position), item.Position.Reason ?? "–", Signed(item.Position) })]);

    private void Rounds() => Table("rounds", words.Say("Runden", "Rounds"), words.Say("Noch keine Runde ist eröffnet.", "No round was opened yet."),
        [words.Say("Runde", "Round"), words.Say("Eröffnet", "Opened"), words.Say("Frist", "Deadline"), words.Say("Was sich geändert hat", "What changed")],
        [.. minutes.Rounds.Select(round => new[] { MinutesWords.Count(round.Number), words.Act(round.Opened), words.Time(round.Deadline), round.Changes ?? "–" })]);

    private void Positions() => Table("positions", words.Say("Beteiligte Behörden", "Authorities"), words.Say("Keine Behörde ist beteiligt.", "No authority takes part."),
        [words.Say("Behörde", "Authority"), words.Say("Gegenstand", "Subject"), words.Say("Position und Begründung", "Position and reason"), words.Say("Wer und wann", "Who and when")],
        [.. minutes.Authorities.SelectMany(Rows)]);

    private IEnumerable<string[]> Rows(MinutesAuthority authority)
    {
        var name = $"{authority.Name} ({words.Of(authority.Kind)})";
        if (authority.Positions.Count == 0) yield return [name, words.Say("ganzes Soll", "whole Soll"), words.Of(MinutesStance.NoReply), "–"];
        foreach (var position in authority.Positions)
        {
            var settled = position is { Stance: MinutesStance.Objection, IsOpen: false } ? words.Say(" (erledigt)", " (settled)") : "";
            yield return [name, Subject(position), words.Of(position.Stance) + settled + (position.Reason is { } reason ? ": " + reason : ""), Signed(position)];
        }
    }

    private void Threads()
    {
        Heading("threads", words.Say("Anmerkungen", "Comments"));
        if (minutes.Threads.Count == 0) _blocks.Add(new MinutesNote(words.Say("Keine Anmerkungen.", "No comments.")));
        for (var i = 0; i < minutes.Threads.Count; i++)
        {
            var thread = minutes.Threads[i];
            var id = $"thread-{i + 1}";
            _blocks.Add(new MinutesHeading(3, id, $"{i + 1}. " + thread.Kind switch
            {
                MinutesSubjectKind.Element => words.Say("Zum Element ", "On the element ") + words.Quote(thread.Subject ?? words.Say("ohne Bezeichnung", "without a name")),
                MinutesSubjectKind.Difference => words.Say("Zum Unterschied: ", "On the difference: ") + thread.Subject,
                _ => words.Say("Zum ganzen Soll", "On the whole Soll"),
            }));
            _blocks.Add(new MinutesTable(id, [words.Say("Wer", "Who"), words.Say("Wann", "When"), words.Say("Anmerkung", "Comment")], [.. thread.Comments.Select(comment => new[] { words.Name(comment.Written.Name), words.Time(comment.Written.At), comment.Text })]));
            _blocks.Add(new MinutesNote(thread.Resolved is { } resolved ? $"{words.Say("Erledigt", "Settled")}: {words.Act(resolved)}" : words.Say("Nicht erledigt.", "Not settled.")));
        }
    }

    private string Subject(MinutesPosition position) => position.Difference ?? words.Say("ganzes Soll", "whole Soll");

    private string Signed(MinutesPosition position) => position.Signed is not { } signed ? "–"
        : $"{words.Name(signed.Name)}{(position.Role is { } role ? $" ({words.Of(role)})" : "")}\n{words.Time(signed.At)}\n{words.Say("Runde", "Round")} {position.Round}";

    private void Heading(string id, string text) => _blocks.Add(new MinutesHeading(2, id, text));

    private void Facts(params (string Label, string Value)[] rows) => _blocks.Add(new MinutesFacts(rows));

    private void Table(string id, string heading, string empty, string[] columns, string[][] rows)
    {
        Heading(id, heading);
        _blocks.Add(rows.Length == 0 ? new MinutesNote(empty) : new MinutesTable(id, columns, rows));
    }
}
