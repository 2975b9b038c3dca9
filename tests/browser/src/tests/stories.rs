//! The figures of the bundled dataset as readers should find them, in both languages: carried over
//! from the story behind them, not from the dataset's file.

/// One article of the sample site.
pub(crate) struct Story {
    pub(crate) path: &'static str,
    pub(crate) language: &'static str,
    /// The text of its dataset.
    pub(crate) dataset: &'static str,
    pub(crate) title: &'static str,
    pub(crate) takeaway: &'static str,
    pub(crate) as_of: &'static str,
    pub(crate) credit: &'static str,
    /// What stands before the name of who passed a figure on.
    pub(crate) passed_on_by: &'static str,
    /// All sources together about the soldiers planned for dispatch.
    pub(crate) agreement: &'static str,
    /// The band where nobody names a figure.
    pub(crate) gap: &'static str,
    /// The choice of all categories.
    pub(crate) everything: &'static str,
    /// The words of controls that need scripts.
    pub(crate) scripted: &'static [&'static str],
    /// The ticks of the axis that all categories share but the last.
    pub(crate) ticks: [&'static str; 4],
    /// In the order of the page.
    pub(crate) facts: [Fact; 9],
}

/// One figure.
pub(crate) struct Fact {
    /// What is counted, as the choice of a category calls it.
    pub(crate) category: &'static str,
    /// The source as its toggle calls it.
    pub(crate) toggle: &'static str,
    pub(crate) source: &'static str,
    pub(crate) passed_on: Option<&'static str>,
    pub(crate) figure: &'static str,
    /// How the figure was put.
    pub(crate) kind: &'static str,
    pub(crate) date: &'static str,
    /// A part of the remark.
    pub(crate) remark: &'static str,
}

impl Story {
    /// Source and figure of each row that satisfies a condition.
    pub(crate) fn rows(&self, shown: impl Fn(&Fact) -> bool) -> Vec<[String; 2]> {
        self.facts
            .iter()
            .filter(|fact| shown(fact))
            .map(|fact| [fact.source.to_owned(), fact.figure.to_owned()])
            .collect()
    }

    /// The names of all toggles, each once.
    pub(crate) fn toggles(&self) -> Vec<&'static str> {
        once(self.facts.iter().map(|fact| fact.toggle))
    }

    /// The names of all categories, each once.
    pub(crate) fn categories(&self) -> Vec<&'static str> {
        once(self.facts.iter().map(|fact| fact.category))
    }
}

fn once(names: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut seen = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen
}

/// Both articles.
pub(crate) const STORIES: [Story; 2] = [ENGLISH, GERMAN];

pub(crate) const ENGLISH: Story = Story {
    path: "/",
    language: "en",
    dataset: include_str!("../../../../data/north-korea.en.json"),
    title: "How many more troops from North Korea? Sources disagree",
    takeaway: "Ukrainian military intelligence speaks of 25,000 to 30,000 further soldiers, Jenny Town of the Stimson Center of 10,000 to 20,000: the two ranges do not overlap.",
    as_of: "As of summer 2025",
    credit: "Compiled from one news story; every figure stands beside the source that the story names.",
    passed_on_by: "passed on by",
    agreement: "All sources together: no overlap; nobody names a figure between 20,000 and 25,000.",
    gap: "gap",
    everything: "All",
    scripted: &["Scale", "Linear", "Logarithmic", "only", "None"],
    ticks: ["0", "10,000", "20,000", "30,000"],
    facts: [
        Fact {
            category: "Planned",
            toggle: "HUR",
            source: "HUR",
            passed_on: Some("CNN, from an intelligence document"),
            figure: "25,000 to 30,000",
            kind: "a range",
            date: "the coming months, seen from summer 2025",
            remark: "combat in Russian-occupied parts of Ukraine",
        },
        Fact {
            category: "Planned",
            toggle: "Town",
            source: "Jenny Town",
            passed_on: Some("CNN"),
            figure: "10,000 to 20,000",
            kind: "a range",
            date: "summer 2025",
            remark: "“more realistic”",
        },
        Fact {
            category: "Planned",
            toggle: "NIS",
            source: "NIS",
            passed_on: None,
            figure: "no figure given",
            kind: "the source gives no number",
            date: "possible as early as July or August 2025",
            remark: "soldiers are being recruited for foreign missions",
        },
        Fact {
            category: "At most",
            toggle: "Town",
            source: "Jenny Town",
            passed_on: Some("CNN"),
            figure: "up to 30,000",
            kind: "an upper bound, no lower figure",
            date: "summer 2025",
            remark: "probably not as elite units",
        },
        Fact {
            category: "Sent",
            toggle: "News story",
            source: "The news story",
            passed_on: None,
            figure: "about 11,000",
            kind: "given as approximate",
            date: "November 2024",
            remark: "in the Kursk region against a Ukrainian offensive",
        },
        Fact {
            category: "Losses",
            toggle: "Western",
            source: "Western sources",
            passed_on: None,
            figure: "about 4,000",
            kind: "given as approximate",
            date: "since November 2024",
            remark: "Killed and wounded taken together",
        },
        Fact {
            category: "Sappers",
            toggle: "Shoigu",
            source: "Sergei Shoigu",
            passed_on: Some("TASS"),
            figure: "1,000",
            kind: "a single figure",
            date: "announced mid-June 2025",
            remark: "Kursk region",
        },
        Fact {
            category: "Construction workers",
            toggle: "Shoigu",
            source: "Sergei Shoigu",
            passed_on: Some("TASS"),
            figure: "5,000",
            kind: "a single figure",
            date: "announced mid-June 2025",
            remark: "to repair infrastructure",
        },
        Fact {
            category: "Near Pokrovsk",
            toggle: "Syrskyi",
            source: "Oleksandr Syrskyi",
            passed_on: None,
            figure: "110,000",
            kind: "a single figure",
            date: "summer 2025",
            remark: "not North Korean soldiers",
        },
    ],
};

pub(crate) const GERMAN: Story = Story {
    path: "/de.html",
    language: "de",
    dataset: include_str!("../../../../data/north-korea.de.json"),
    title: "Wie viele Soldaten noch aus Nordkorea? Quellen sind uneins",
    takeaway: "Der ukrainische Militärgeheimdienst spricht von 25.000 bis 30.000 weiteren Soldaten, Jenny Town vom Stimson Center von 10.000 bis 20.000: Die beiden Spannen überschneiden sich nicht.",
    as_of: "Stand: Sommer 2025",
    credit: "Zusammengestellt aus einem Nachrichtenbericht; jede Zahl steht bei der Quelle, die der Bericht nennt.",
    passed_on_by: "verbreitet von",
    agreement: "Alle Quellen zusammen: keine Überschneidung; niemand nennt eine Zahl zwischen 20.000 und 25.000.",
    gap: "Lücke",
    everything: "Alles",
    scripted: &["Skala", "Linear", "Logarithmisch", "nur", "Keine"],
    ticks: ["0", "10.000", "20.000", "30.000"],
    facts: [
        Fact {
            category: "Geplant",
            toggle: "HUR",
            source: "HUR",
            passed_on: Some("CNN, aus einem Geheimdienstdokument"),
            figure: "25.000 bis 30.000",
            kind: "eine Spanne",
            date: "die kommenden Monate, vom Sommer 2025 aus gesehen",
            remark: "in den russisch besetzten Teilen der Ukraine",
        },
        Fact {
            category: "Geplant",
            toggle: "Town",
            source: "Jenny Town",
            passed_on: Some("CNN"),
            figure: "10.000 bis 20.000",
            kind: "eine Spanne",
            date: "Sommer 2025",
            remark: "„realistischer“",
        },
        Fact {
            category: "Geplant",
            toggle: "NIS",
            source: "NIS",
            passed_on: None,
            figure: "keine Zahl genannt",
            kind: "die Quelle nennt keine Zahl",
            date: "möglich schon im Juli oder August 2025",
            remark: "für Auslandseinsätze angeworben",
        },
        Fact {
            category: "Höchstens",
            toggle: "Town",
            source: "Jenny Town",
            passed_on: Some("CNN"),
            figure: "bis zu 30.000",
            kind: "eine Obergrenze, keine Untergrenze",
            date: "Sommer 2025",
            remark: "wohl nicht als Eliteeinheiten",
        },
        Fact {
            category: "Entsandt",
            toggle: "Bericht",
            source: "Der Nachrichtenbericht",
            passed_on: None,
            figure: "etwa 11.000",
            kind: "als ungefähre Zahl genannt",
            date: "November 2024",
            remark: "in der Region Kursk gegen eine ukrainische Offensive",
        },
        Fact {
            category: "Verluste",
            toggle: "Westliche",
            source: "Westliche Quellen",
            passed_on: None,
            figure: "etwa 4.000",
            kind: "als ungefähre Zahl genannt",
            date: "seit November 2024",
            remark: "Getötete und Verwundete zusammengenommen",
        },
        Fact {
            category: "Pioniere",
            toggle: "Schoigu",
            source: "Sergej Schoigu",
            passed_on: Some("TASS"),
            figure: "1.000",
            kind: "eine einzelne Zahl",
            date: "angekündigt Mitte Juni 2025",
            remark: "Region Kursk",
        },
        Fact {
            category: "Bauarbeiter",
            toggle: "Schoigu",
            source: "Sergej Schoigu",
            passed_on: Some("TASS"),
            figure: "5.000",
            kind: "eine einzelne Zahl",
            date: "angekündigt Mitte Juni 2025",
            remark: "zur Instandsetzung der Infrastruktur",
        },
        Fact {
            category: "Bei Pokrowsk",
            toggle: "Syrskyj",
            source: "Olexander Syrskyj",
            passed_on: None,
            figure: "110.000",
            kind: "eine einzelne Zahl",
            date: "Sommer 2025",
            remark: "keine nordkoreanischen Soldaten",
        },
    ],
};
