namespace GpmTool.Api.Infrastructure.Search;

/// <summary>Simple words of administration and building management that compounds are made of.</summary>
internal static class FieldWords
{
    /// <summary>The words, separated by blanks.</summary>
    public const string All =
        """
        Abfall Ablage Ablesung Abnahme Abrechnung Akte Anfrage Angebot Anlage Anmeldung Antrag Anlass Arbeit Archiv Auftrag Aufzug Ausgabe Ausgang
        Auskunft Ausschreibung Ausstattung Ausweis Bauunterhalt Bearbeitung Bedarf Begehung Behörde Belegung Bericht Bescheid Beschaffung Bestand
        Bestellung Betrieb Betreiber Bezirk Brand Buchung Budget Daten Dienst Dokument Eingang Einkauf Energie Erfassung Fahrzeug Fenster Firma
        Freigabe Gebäude Gefahr Gelände Gerät Gewähr Gewährleistung Grundstück Haushalt Hausmeister Heizung Instandhaltung Instandsetzung Kasse
        Kontrolle Konto Kosten Kunde Lager Leistung Lieferung Liste Mangel Mängel Material Meldung Miete Mieter Mietvertrag Mittel Müll Nachweis
        Nutzer Nutzung Objekt Ordnung Personal Pflege Plan Planung Platz Post Protokoll Prüfung Qualität Rahmen Raum Räume Rechnung Reinigung
        Reparatur Rückgabe Rücknahme Schaden Schlüssel Schließanlage Schule Schutz Sicherheit Sitzung Sport Stelle Steuerung Störung Straße Strom
        Technik Termin Turnhalle Übergabe Überwachung Umzug Unfall Unterhalt Unterlagen Unternehmen Verbrauch Vergabe Verkehr Vermietung Vertrag
        Verwaltung Verzeichnis Wartung Wasser Winter Winterdienst Zahlung Zähler Zeit Zimmer Zugang Zustand Zutritt
        """;
}
