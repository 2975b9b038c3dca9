//! German.

use super::{Counted, Words};

/// The words in German.
pub struct German;

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

impl Words for German {
    fn tag(&self) -> &'static str {
        "de"
    }
    fn group_separator(&self) -> char {
        '.'
    }
    fn month(&self, month: u8) -> &'static str {
        usize::from(month)
            .checked_sub(1)
            .and_then(|place| MONTHS.get(place))
            .copied()
            .unwrap_or("")
    }
    fn day(&self, day: u8, month: &str, year: u16) -> String {
        format!("{day}. {month} {year}")
    }

    fn range(&self, low: &str, high: &str) -> String {
        format!("{low} bis {high}")
    }
    fn about(&self, figure: &str) -> String {
        format!("etwa {figure}")
    }
    fn up_to(&self, high: &str) -> String {
        format!("bis zu {high}")
    }
    fn at_least(&self, low: &str) -> String {
        format!("mindestens {low}")
    }
    fn most_likely(&self, best: &str) -> String {
        format!(", am ehesten {best}")
    }
    fn no_figure(&self) -> &'static str {
        "keine Zahl genannt"
    }

    fn kind_range(&self) -> &'static str {
        "eine Spanne"
    }
    fn kind_single(&self) -> &'static str {
        "eine einzelne Zahl"
    }
    fn kind_approximate(&self) -> &'static str {
        "als ungefähre Zahl genannt"
    }
    fn kind_up_to(&self) -> &'static str {
        "eine Obergrenze, keine Untergrenze"
    }
    fn kind_at_least(&self) -> &'static str {
        "eine Untergrenze, keine Obergrenze"
    }
    fn kind_none(&self) -> &'static str {
        "die Quelle nennt keine Zahl"
    }

    fn passed_on_by(&self, who: &str) -> String {
        format!("verbreitet von {who}")
    }
    fn as_of(&self, when: &str) -> String {
        format!("Stand: {when}")
    }
    fn table_caption(&self, unit: &str) -> String {
        format!("Schätzungen nach Quelle, Zahl der {unit}")
    }
    fn axis_linear(&self, unit: &str) -> String {
        format!("Zahl der {unit}")
    }
    fn axis_log(&self, unit: &str) -> String {
        format!(
            "Zahl der {unit}. Logarithmische Skala: Gleiche Abstände bedeuten gleiche Vielfache, nicht gleiche Zahlen"
        )
    }

    fn source(&self) -> &'static str {
        "Quelle"
    }
    fn sources(&self) -> &'static str {
        "Quellen"
    }
    fn all(&self) -> &'static str {
        "Alle"
    }
    fn none(&self) -> &'static str {
        "Keine"
    }
    fn only(&self) -> &'static str {
        "nur"
    }
    fn only_source(&self, source: &str) -> String {
        format!("nur {source}")
    }
    fn category(&self) -> &'static str {
        "Was gezählt wird"
    }
    fn everything(&self) -> &'static str {
        "Alles"
    }
    fn scale(&self) -> &'static str {
        "Skala"
    }
    fn linear(&self) -> &'static str {
        "Linear"
    }
    fn logarithmic(&self) -> &'static str {
        "Logarithmisch"
    }

    fn figure(&self) -> &'static str {
        "Zahl"
    }
    fn passed_on(&self) -> &'static str {
        "Verbreitet von"
    }
    fn date(&self) -> &'static str {
        "Zeit"
    }
    fn remark(&self) -> &'static str {
        "Anmerkung"
    }
    fn quote(&self) -> &'static str {
        "Im Wortlaut"
    }
    fn link(&self) -> &'static str {
        "Nachzulesen bei"
    }

    fn all_sources_together(&self) -> &'static str {
        "Alle Quellen zusammen:"
    }
    fn sources_shown_together(&self) -> &'static str {
        "Die gezeigten Quellen:"
    }
    fn overlap(&self, values: &str) -> String {
        format!("Jede Schätzung schließt {values} ein.")
    }
    fn gaps(&self, between: &str) -> String {
        format!("keine Überschneidung; niemand nennt eine Zahl {between}.")
    }
    fn between(&self, after: &str, before: &str) -> String {
        format!("zwischen {after} und {before}")
    }
    fn or(&self) -> &'static str {
        " oder "
    }
    fn no_common_value(&self, span: &str) -> String {
        format!("Keine Zahl passt zu allen Schätzungen; zusammen decken sie {span} ohne Lücke ab.")
    }
    fn or_more(&self, low: &str) -> String {
        format!("{low} und mehr")
    }
    fn or_less(&self, high: &str) -> String {
        format!("{high} und weniger")
    }
    fn every_number(&self) -> &'static str {
        "jede Zahl"
    }
    fn one_figure(&self) -> &'static str {
        "Nur eine nennt hier eine Zahl, zu vergleichen gibt es also nichts."
    }
    fn no_figures(&self) -> &'static str {
        "Keine nennt hier eine Zahl."
    }
    fn gap_label(&self) -> &'static str {
        "Lücke"
    }
    fn overlap_label(&self) -> &'static str {
        "Überschneidung"
    }

    fn sources_shown(&self, counted: Counted) -> String {
        format!("{} von {} Quellen gezeigt.", counted.shown, counted.all)
    }
    fn no_source_on(&self) -> &'static str {
        "Keine Quelle ist eingeschaltet."
    }
    fn nothing_shown(&self) -> &'static str {
        "Die gezeigten Quellen nennen hier keine Schätzung."
    }
    fn no_data(&self) -> &'static str {
        "Dieser Datensatz enthält keine Schätzungen."
    }
    fn refused(&self, counted: Counted) -> String {
        format!(
            "{} von {} Schätzungen waren nicht lesbar und fehlen hier:",
            counted.shown, counted.all
        )
    }
    fn scale_is(&self, scale: &str) -> String {
        format!("Skala: {scale}.")
    }
    fn category_is(&self, category: &str) -> String {
        format!("Gezählt wird: {category}.")
    }
}
