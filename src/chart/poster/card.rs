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
/// The width of the names' column.
const NAME: f64 = 128.0;
const STRIP: f64 = MARGIN + NAME + 12.0;
const STRIP_WIDTH: f64 = SIZE.0 as f64 - MARGIN - OVERHANG - STRIP;
/// Down to here there are rows.
const BOTTOM: f64 = SIZE.1 as f64 - MARGIN - SMALL.line + 2.0;
/// Between rows.
const ROW_SPACE: f64 = 2.0;
const MOST_TITLE_LINES: usize = 3;
const MOST_NAME_LINES: usize = 2;

pub(super) fn compose(dataset: &Dataset, refused: usize, locale: Locale) -> Poster {
    let layout = layout(dataset, &ViewState::default());
    let mut card = Card {
        dataset,
        locale,
        pieces: Vec::new(),
        y: MARGIN - 6.0,
    };
    card.head();
    let shown = card.figures(&layout);
    card.foot(refused, shown);
    Poster {
        language: dataset.language.clone(),
        direction: locale.direction(),
        title: dataset.title.clone(),
        description: dataset.takeaway.clone().unwrap_or_default(),
        size: SIZE,
        margin: MARGIN,
        strip: (STRIP, STRIP_WIDTH),
        pieces: card.pieces,
    }
}

struct Card<'a> {
    dataset: &'a Dataset,
    locale: Locale,
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
        let mut lines = balance(&self.dataset.title, &TITLE, FULL);
        if lines.len() > MOST_TITLE_LINES {
            lines = wrap(&self.dataset.title, &TITLE, FULL);
            lines.truncate(MOST_TITLE_LINES);
            cut(&mut lines[MOST_TITLE_LINES - 1], &TITLE, FULL);
        }
        for line in lines {
            self.line(line, &TITLE, MARGIN);
        }
        self.y += 2.0;
    }

    /// Gives how many estimates there was room for.
    fn figures(&mut self, layout: &Layout) -> usize {
        let mut groups = layout.groups.iter();
        let Some(group) = groups.find(|group| !group.rows.is_empty()) else {
            self.line(self.locale.words().no_data().to_owned(), &SMALL, MARGIN);
            return 0;
        };
        let category = &self.dataset.categories[group.category.0];
        self.line(fitted(&category.label, &SMALL, FULL), &SMALL, MARGIN);
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
        let mut shown = 0;
        for index in group.rows.iter() {
            let estimate = &self.dataset.estimates[index.0];
            let mark = Box::new(mark(&estimate.figure, scale));
            let source = &self.dataset.sources[estimate.source.0];
            let mut name = wrap(&source.name, &HEADING, NAME);
            if name.len() > MOST_NAME_LINES {
                name.truncate(MOST_NAME_LINES);
                cut(&mut name[MOST_NAME_LINES - 1], &HEADING, NAME);
            }
            let lines = f64::from(u32::try_from(name.len()).unwrap_or_default());
            let height = f64::from(mark.height()).max(lines * HEADING.line) + ROW_SPACE;
            if self.y + height > BOTTOM {
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

    /// As of when, and what is not shown.
    fn foot(&mut self, refused: usize, shown: usize) {
        let words = self.locale.words();
        let number = |count: usize| self.locale.number(count as u64);
        let all = self.dataset.estimates.len() + refused;
        let as_of = words.as_of(&self.locale.dated(&self.dataset.as_of));
        let line = match shown < all {
            true => [as_of, words.rows_shown(&number(shown), &number(all))].join(" · "),
            false => as_of,
        };
        self.y = BOTTOM;
        self.line(fitted(&line, &SMALL, FULL), &SMALL, MARGIN);
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

/// The text in one line.
fn fitted(text: &str, typeface: &Typeface, width: f64) -> String {
    let mut line = text.to_owned();
    if text_width(text, typeface.size, typeface.bold) > width {
        cut(&mut line, typeface, width);
    }
    line
}
