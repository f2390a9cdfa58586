namespace GpmTool.Analysis;

/// <summary>Words by which names are known. Left out on purpose: first names that are common words too, such as August, Mark, Rose, Will, Grant.</summary>
internal static class NameLists
{
    public static readonly HashSet<string> Addresses = Set("Herr Herrn Frau Hr. Fr. Mr. Mrs. Ms. Fräulein");
    public static readonly HashSet<string> Titles = Set("Dr. Prof. Professor Professorin Mag. Dipl.-Ing. Dipl.-Kfm. Dipl.-Kffr.");
    public static readonly HashSet<string> Particles = Set("von van de der den zu vom zum al el di da");
    public static readonly HashSet<string> Prepositions = Set("von durch an bei für mit an zu über by from to with");
    public static readonly HashSet<string> Firms = Set("GmbH AG KG OHG GbR UG SE Co Inc Ltd LLC Corp Gruppe Werke Verlag Gesellschaft Stiftung Institut Verein Group Company & Söhne Gebrüder Modell Methode Verfahren");
    public static readonly HashSet<string> Before = Set("Firma Fa Rathaus Schule Grundschule Gymnasium Straße Platz Gebäude Stadion Kita Standort Haus Sporthalle Bibliothek Institut Universität Stiftung");
    public static readonly HashSet<string> NoSurnames = Set("""
        Name Nachname Vorname Mustermann Musterfrau Muster Beispiel Platzhalter XY Unbekannt Person Kollege Kollegin Doktor Mann Kind Kinder Uhr Euro Wert Anzahl Betrag Größe Value Number
        Und Oder Der Die Das Den Dem Des Ein Eine Im In Am An Auf Mit Für Von Zu Bei Nach Vor The And Or Of
        Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
        Antrag Rechnung Meldung Auftrag Akte Bürger Bürgerin Kunde Kundin Antragsteller Antragstellerin Eltern Mieter Mieterin Bezirk Amt Abteilung Referat Team Anlage Teil Abschnitt Gebäude Request Order Form Report System
        """);
    public static readonly HashSet<string> Surnames = Set("""
        Müller Mueller Schmidt Schmitt Schmitz Schneider Fischer Weber Meyer Meier Maier Mayer Wagner Becker Schulz Schulze Hoffmann Hofmann Schäfer Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger
        Hartmann Lange Werner Krause Lehmann Köhler Herrmann Walter König Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht
        Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold
        Yilmaz Yılmaz Kaya Demir Çelik Celik Şahin Sahin Yildiz Yıldız Öztürk Aydin Aydın Arslan Doğan Kılıç Aslan Çetin Koç Kurt Özdemir Polat Nguyen Tran Kowalski Nowak Ivanov Petrov Smith Jones Brown Johnson Williams
        """);
    public static readonly HashSet<string> FirstNames = Set("""
        Alexander Alexandra Andrea Andreas Angela Angelika Anja Anke Ann Anna Anne Annette Anton Antje Armin Arthur Astrid Barbara Bärbel Beate Benjamin Bernd Bernhard Bettina Birgit Björn Brigitte Britta Bruno Carla Carmen Carola Carsten
        Christa Christel Christian Christiane Christina Christine Christoph Claudia Claus Clara Cornelia Dagmar Daniel Daniela David Denise Detlef Dieter Dietmar Dirk Doris Dominik Dorothea Eberhard Elena Elisabeth Elke Ella Emil Emilia Emma
        Erich Erika Ernst Erwin Eva Fabian Felix Ferdinand Florian Frank Franz Franziska Frieda Friedrich Fritz Gabriele Georg Gerd Gerhard Gerlinde Gertrud Gisela Gregor Gudrun Günter Günther Hanna Hannah Hannelore Hannes Hans Harald Hartmut
        Heike Heiko Heiner Heinrich Heinz Helga Helmut Henning Henrik Henry Herbert Hermann Hilde Hildegard Holger Horst Hubert Ilse Ines Inge Ingeborg Ingo Ingrid Irene Irmgard Isabel Isabell Jakob Jan Jana Janina Jasmin Jens Jessica Joachim
        Jochen Johann Johanna Johannes Jonas Jonathan Jörg Josef Judith Julia Julian Juliane Jürgen Jutta Karin Karl Karla Karsten Katharina Kathrin Katja Katrin Kerstin Kevin Klara Klaus Konrad Konstantin Kristina Kurt Lars Laura Lea Lena Leon
        Leonie Linda Lisa Lothar Louis Louise Luca Lucas Ludwig Luisa Luise Lukas Lutz Maja Malte Manfred Manuel Manuela Marc Marcel Marco Marcus Margarete Margit Margot Maria Marianne Marie Marina Mario Marion Markus Marlene Martha Martin
        Martina Mathias Matthias Max Maximilian Melanie Mia Michael Michaela Miriam Monika Moritz Nadine Nadja Natalie Nicole Niklas Nils Nina Norbert Olaf Oliver Oskar Otto Patricia Patrick Paul Paula Peter Petra Philipp Pia Rainer Ralf Ralph
        Regina Reinhard Reinhold Renate Richard Rita Robert Roland Rolf Roman Ronny Rosemarie Rüdiger Rudolf Ruth Sabine Sabrina Sandra Sara Sarah Saskia Sebastian Sibylle Siegfried Sigrid Silke Silvia Simon Simone Sofia Sonja Sophia Sophie
        Stefan Stefanie Steffen Stephan Stephanie Susanne Sven Sylvia Tanja Tatjana Theo Theodor Theresa Thilo Thomas Thorsten Till Tim Timo Tina Tobias Tom Torsten Udo Ulf Ulrich Ulrike Ursula Ute Uwe Vanessa Vera Verena Veronika Viktor Viktoria
        Volker Walter Waltraud Werner Wilfried Wilhelm Willi Willy Wolfgang Yannick Yvonne
        Ahmet Ali Ayşe Ayse Aylin Burak Cem Deniz Derya Dilek Ebru Ekrem Elif Emine Emre Erdal Erkan Esra Fatih Fatma Gül Gülay Hakan Halil Hasan Hatice Hüseyin Ibrahim İbrahim Ilker Kemal Kenan Leyla Mehmet Melek Meryem Merve Murat Mustafa
        Nur Orhan Osman Ömer Özlem Recep Selin Selma Serkan Sevim Sibel Süleyman Tarık Tuğba Ufuk Yasemin Yusuf Zehra Zeynep
        Agnieszka Aleksandra Andrzej Dariusz Ewa Grzegorz Jacek Jerzy Katarzyna Krzysztof Magdalena Małgorzata Marek Piotr Tomasz Wojciech Zofia Aleksei Dmitri Igor Irina Ivan Natalia Natascha Oksana Olga Oleksandr Sergej Svetlana Vladimir
        Abdullah Aisha Amir Fatima Karim Khalid Layla Mohamed Mohammad Mohammed Nadia Omar Rania Samir Youssef Linh Minh Thanh John Mary James Jennifer Elizabeth William George
        """);

    private static HashSet<string> Set(string words) => [.. words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
