//! A picture for those who meet the chart elsewhere, as small as a stamp at times: few words, large ones.

use super::super::draw::OVERHANG;
use super::super::marks::mark;
use super::super::role::Role;
use super::super::scale::Scale;
use super::super::text::text_width;
use super::super::ticks::ticks;
use super::compose::DROP;
use super::typeface::{HEADING, SMALL, TITLE, Typeface};
use super::wrap::{balance, wrap};
use super::{Background, Piece, Poster};
use crate::dataset::Dataset;
use crate::locale::Locale;
use crate::view::{Group, Layout, ScaleKind, ViewState, layout};

/// Social networks show 1.91 to 1. Enlarged two and a half times it is 1,200 px by 630.
const SIZE: (u32, u32) = (480, 252);
const MARGIN: f64 = 16.0;
/// From side to side between the margins.
const FULL: f64 = SIZE.0 as f64 - 2.0 * MARGIN;
/// The width of the names' column: what the names need, but the marks must keep their room.
const NARROW_NAME: f64 = 108.0;
const WIDE_NAME: f64 = 180.0;
/// The line above everything, and how far down everything may reach.
const TOP: f64 = 8.0;
const BOTTOM: f64 = SIZE.1 as f64 - 7.0;
/// Between rows.
const ROW_SPACE: f64 = 2.0;
const MOST_TITLE_LINES: usize = 3;
const MOST_NAME_LINES: usize = 2;
/// For titles, the larger the better: a third line would take the room of a figure.
const TITLES: [Typeface; 3] = [title(22.0), title(20.0), title(18.0)];
const FEW_TITLE_LINES: usize = 2;

pub(super) fn compose(dataset: &Dataset, refused: usize, locale: Locale) -> Poster {
    let layout = layout(dataset, &ViewState::default());
    let mut card = Card {
        dataset,
        locale,
        name: name_width(dataset, first_group(&layout)),
        pieces: Vec::new(),
        y: TOP,
    };
    card.head();
    let shown = card.figures(&layout);
    card.foot(refused, shown);
    let strip = MARGIN + card.name + 12.0;
    Poster {
        language: dataset.language.clone(),
        direction: locale.direction(),
        title: dataset.title.clone(),
        description: dataset.takeaway.clone().unwrap_or_default(),
        size: SIZE,
        margin: MARGIN,
        strip: (strip, f64::from(SIZE.0) - MARGIN - OVERHANG - strip),
        pieces: card.pieces,
    }
}

struct Card<'a> {
    dataset: &'a Dataset,
    locale: Locale,
    /// The width of the names' column.
    name: f64,
    pieces: Vec<Piece>,
    /// How far down everything reaches so far.
    y: f64,
}

impl Card<'_> {
    fn head(&mut self) {
        self.pieces.push(Piece::Rule {
            top: self.y,
            height: 2.0,
            role: Role::Rule,
        });
        self.y += 7.0;
        let title = &self.dataset.title;
        let few = |typeface: &&Typeface| wrap(title, typeface, FULL).len() <= FEW_TITLE_LINES;
        let typeface = TITLES.iter().find(few).unwrap_or(&TITLES[2]);
        let balanced = balance(title, typeface, FULL);
        let lines = match balanced.len() > MOST_TITLE_LINES {
            true => limited(title, typeface, FULL, MOST_TITLE_LINES),
            false => balanced,
        };
        for line in lines {
            self.line(line, typeface, MARGIN);
        }
        self.y += 1.0;
    }

    /// Gives how many estimates there was room for.
    fn figures(&mut self, layout: &Layout) -> usize {
        let Some(group) = first_group(layout) else {
            self.line(self.locale.words().no_data().to_owned(), &SMALL, MARGIN);
            return 0;
        };
        let category = &self.dataset.categories[group.category.0];
        for line in limited(&category.label, &SMALL, FULL, 1) {
            self.line(line, &SMALL, MARGIN);
        }
        let scale = Scale::new(ScaleKind::Linear, &layout.axes[group.axis]);
        let (top, behind) = (self.y, self.pieces.len());
        let shown = self.rows(group, &scale);
        let background = Background {
            top,
            height: self.y - top,
            scale,
            ticks: ticks(&scale)
                .into_iter()
                .map(|tick| (tick, String::new()))
                .collect(),
            labelled: false,
            bands: Vec::new(),
            rules: Vec::new(),
        };
        self.pieces.insert(behind, Piece::Background(background));
        shown
    }

    fn rows(&mut self, group: &Group, scale: &Scale) -> usize {
        let bottom = BOTTOM - self.least_foot();
        let mut shown = 0;
        for index in group.rows.iter() {
            let estimate = &self.dataset.estimates[index.0];
            let mark = Box::new(mark(&estimate.figure, scale));
            let source = &self.dataset.sources[estimate.source.0];
            let name = limited(&source.name, &HEADING, self.name, MOST_NAME_LINES);
            let lines = f64::from(u32::try_from(name.len()).unwrap_or_default());
            let height = f64::from(mark.height()).max(lines * HEADING.line) + ROW_SPACE;
            if self.y + height > bottom {
                break;
            }
            self.name(name);
            self.pieces.push(Piece::Strip {
                top: self.y + ROW_SPACE / 2.0,
                mark,
                label: self.locale.ends(&estimate.figure),
            });
            self.y += height;
            shown += 1;
        }
        shown
    }

    fn name(&mut self, lines: Vec<String>) {
        let top = self.y;
        self.y += ROW_SPACE / 2.0;
        for line in lines {
            self.line(line, &HEADING, MARGIN);
        }
        self.y = top;
    }

    /// The height that is kept free below the rows: a line for the date, and one for the credit.
    fn least_foot(&self) -> f64 {
        match self.dataset.credit {
            Some(_) => 2.0 * SMALL.line,
            None => SMALL.line,
        }
    }

    /// As of when, what is not shown, and from whom; at the bottom.
    fn foot(&mut self, refused: usize, shown: usize) {
        let words = self.locale.words();
        let number = |count: usize| self.locale.number(count as u64);
        let all = self.dataset.estimates.len() + refused;
        let as_of = words.as_of(&self.locale.dated(&self.dataset.as_of));
        let line = match shown < all {
            true => [as_of, words.rows_shown(&number(shown), &number(all))].join(" · "),
            false => as_of,
        };
        let has_room = self.y + 3.0 * SMALL.line <= BOTTOM;
        let most = if has_room { 2 } else { 1 };
        let credit = self.dataset.credit.as_deref().unwrap_or_default();
        let credit = limited(credit, &SMALL, FULL, most);
        let line = limited(&line, &SMALL, FULL, 1);
        let lines: Vec<String> = line.into_iter().chain(credit).collect();
        let height: f64 = lines.iter().map(|_| SMALL.line).sum();
        self.y = BOTTOM - height;
        for line in lines {
            self.line(line, &SMALL, MARGIN);
        }
    }

    fn line(&mut self, text: String, typeface: &Typeface, left: f64) {
        self.pieces.push(Piece::Line {
            left,
            baseline: self.y + typeface.line / 2.0 + typeface.size * DROP,
            text,
            typeface: *typeface,
        });
        self.y += typeface.line;
    }
}

fn first_group(layout: &Layout) -> Option<&Group> {
    let mut groups = layout.groups.iter();
    groups.find(|group| !group.rows.is_empty())
}

/// The width in which each name of a group has one line, as far as there is room.
fn name_width(dataset: &Dataset, group: Option<&Group>) -> f64 {
    let rows = group.into_iter().flat_map(|group| group.rows.iter());
    let widths = rows.map(|index| {
        let source = dataset.estimates[index.0].source;
        text_width(&dataset.sources[source.0].name, HEADING.size, HEADING.bold)
    });
    widths.fold(NARROW_NAME, f64::max).min(WIDE_NAME)
}

/// Ends a text that goes on, or is too long, with an ellipsis.
fn cut(text: &mut String, typeface: &Typeface, width: f64) {
    let fits = |text: &str| text_width(text, typeface.size, typeface.bold) <= width;
    loop {
        let cut = [text.trim_end(), "…"].concat();
        if fits(&cut) || text.pop().is_none() {
            *text = cut;
            return;
        }
    }
}

/// The text in no more lines than `most`.
fn limited(text: &str, typeface: &Typeface, width: f64, most: usize) -> Vec<String> {
    let mut lines = wrap(text, typeface, width);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            cut(last, typeface, width);
        }
    }
    lines
}

const fn title(size: f64) -> Typeface {
    Typeface {
        size,
        line: size + 3.0,
        ..TITLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::read_json;

    fn bundled() -> [Dataset; 8] {
        [
            include_str!("../../../data/north-korea.ar.json"),
            include_str!("../../../data/north-korea.de.json"),
            include_str!("../../../data/north-korea.en.json"),
            include_str!("../../../data/north-korea.es.json"),
            include_str!("../../../data/north-korea.fr.json"),
            include_str!("../../../data/north-korea.ko.json"),
            include_str!("../../../data/north-korea.pl.json"),
            include_str!("../../../data/north-korea.uk.json"),
        ]
        .map(|text| read_json(text).dataset.unwrap())
    }

    fn card(dataset: &Dataset) -> Poster {
        compose(dataset, 0, Locale::for_language(&dataset.language))
    }

    /// The lines of a card with where their baselines are.
    fn lines(card: &Poster) -> Vec<(&str, f64)> {
        let pieces = card.pieces.iter();
        let lines = pieces.filter_map(|piece| match piece {
            Piece::Line { text, baseline, .. } => Some((text.as_str(), *baseline)),
            _ => None,
        });
        lines.collect()
    }

    fn strips(card: &Poster) -> usize {
        let pieces = card.pieces.iter();
        pieces
            .filter(|piece| matches!(piece, Piece::Strip { .. }))
            .count()
    }

    #[test]
    fn a_card_has_all_figures_of_the_first_category_in_every_language() {
        for dataset in bundled() {
            assert_eq!(strips(&card(&dataset)), 3, "{}", dataset.language);
        }
    }

    #[test]
    fn a_card_says_as_of_when_and_from_whom_in_every_language() {
        for dataset in bundled() {
            let locale = Locale::for_language(&dataset.language);
            let card = card(&dataset);
            let lines = lines(&card);
            let [.., (dated, above), (credit, below)] = lines[..] else {
                panic!("{}: {lines:?}", dataset.language);
            };
            let as_of = locale.words().as_of(&locale.dated(&dataset.as_of));
            assert!(dated.starts_with(&as_of), "{dated}");
            let given = dataset.credit.as_deref().unwrap();
            assert!(given.starts_with(credit.trim_end_matches('…')), "{credit}");
            assert!(above < below && below < BOTTOM);
        }
    }

    #[test]
    fn a_long_credit_has_a_second_line_where_there_is_room() {
        let [.., mut dataset] = bundled();
        dataset.estimates.truncate(1);
        dataset.credit = Some("Compiled by a newsroom from many stories. ".repeat(4));
        let card = card(&dataset);
        let lines = lines(&card);
        let [.., (first, _), (second, _)] = lines[..] else {
            panic!("{lines:?}");
        };
        assert!(first.starts_with("Compiled") && !first.ends_with('…'));
        assert!(second.ends_with('…'));
    }

    #[test]
    fn a_card_without_a_credit_ends_with_its_date() {
        let [.., mut dataset] = bundled();
        dataset.credit = None;
        let locale = Locale::for_language(&dataset.language);
        let card = card(&dataset);
        let (last, _) = *lines(&card).last().unwrap();
        assert!(last.starts_with(&locale.words().as_of(&locale.dated(&dataset.as_of))));
    }

    #[test]
    fn an_endless_title_leaves_room_for_a_figure() {
        let [.., mut dataset] = bundled();
        dataset.title = "How many more soldiers are there to come? ".repeat(9);
        let card = card(&dataset);
        assert!(strips(&card) > 0);
        assert!(lines(&card)[2].0.ends_with('…'));
    }
}
