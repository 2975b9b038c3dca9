//! What stands where on the picture, from top to bottom.

use super::super::band::Band;
use super::super::draw::{AXIS_HEIGHT, OVERHANG, RULE_LABEL_HEIGHT};
use super::super::marks::mark;
use super::super::role::Role;
use super::super::rule::Rule;
use super::super::scale::Scale;
use super::super::ticks::{WIDE_STRIP, ticks};
use super::typeface::{HEADING, SMALL, TAKEAWAY, TEXT, TITLE, Typeface};
use super::wrap::{balance, wrap};
use super::{Background, Piece, Poster};
use crate::dataset::{Dataset, Estimate, SourceIndex};
use crate::locale::{Locale, Scope};
use crate::view::{
    FIRST_ROWS, Group, Layout, ScaleKind, SmallSet, ViewState, category_agreement, is_compared,
    layout,
};

/// The width of the picture in px.
const WIDTH: u32 = 800;
/// Left and right of everything, in px.
const MARGIN: f64 = 24.0;
/// The width of the marks' column in px: all ticks have room for their labels.
const STRIP_WIDTH: f64 = WIDE_STRIP;
/// Where that column begins.
const STRIP: f64 = WIDTH as f64 - MARGIN - OVERHANG - STRIP_WIDTH;

/// From side to side between the margins.
const FULL: f64 = WIDTH as f64 - 2.0 * MARGIN;
/// The width of the names' column.
const NAME: f64 = STRIP - MARGIN - 16.0;
/// Above and below a row.
const ROW_SPACE: f64 = 8.0;
/// From the middle of a line of text down to its baseline, as a share of the font's size.
pub(super) const DROP: f64 = 0.35;

pub(super) fn compose(
    dataset: &Dataset,
    refused: usize,
    view: &ViewState,
    locale: Locale,
) -> Poster {
    let mut composer = Composer {
        dataset,
        view,
        layout: &layout(dataset, view),
        locale,
        pieces: Vec::new(),
        description: dataset.takeaway.clone().unwrap_or_default(),
        y: MARGIN - 8.0,
    };
    composer.head();
    composer.body();
    composer.foot(refused);
    Poster {
        language: dataset.language.clone(),
        direction: locale.direction(),
        title: dataset.title.clone(),
        size: (WIDTH, whole_px(composer.y + MARGIN - 8.0)),
        margin: MARGIN,
        strip: (STRIP, STRIP_WIDTH),
        pieces: composer.pieces,
        description: composer.description,
    }
}

struct Composer<'a> {
    dataset: &'a Dataset,
    view: &'a ViewState,
    layout: &'a Layout,
    locale: Locale,
    pieces: Vec<Piece>,
    /// The picture in words.
    description: String,
    /// How far down everything reaches so far.
    y: f64,
}

impl<'a> Composer<'a> {
    fn head(&mut self) {
        self.rule(Role::Rule, 2.0);
        self.y += 10.0;
        self.set(balance(&self.dataset.title, &TITLE, FULL), &TITLE, MARGIN);
        if let Some(takeaway) = &self.dataset.takeaway {
            self.y += 4.0;
            self.set(balance(takeaway, &TAKEAWAY, FULL), &TAKEAWAY, MARGIN);
        }
        self.y += 14.0;
    }

    fn body(&mut self) {
        let words = self.locale.words();
        if self.dataset.estimates.is_empty() {
            return self.across(words.no_data(), &TAKEAWAY);
        }
        if self.view.sources_shown(self.dataset) == 0 {
            return self.across(words.no_source_on(), &TAKEAWAY);
        }
        if !self.view.shows_any(self.dataset) {
            return self.across(words.nothing_shown(), &TAKEAWAY);
        }
        let unit = &self.dataset.unit;
        let axis = match self.view.scale {
            ScaleKind::Linear => words.axis_linear(unit),
            ScaleKind::Log => words.axis_log(unit),
        };
        self.across(&axis, &SMALL);
        self.y += 4.0;
        for group in &self.layout.groups {
            if group.shown && !group.rows.is_empty() {
                let scale = Scale::new(self.view.scale, &self.layout.axes[group.axis]);
                self.group(group, &scale);
            }
        }
        if self.dataset.estimates.len() > FIRST_ROWS {
            let number = |count: usize| self.locale.number(count as u64);
            let count = words.rows_shown(&number(self.layout.rows), &number(self.layout.all_rows));
            self.across(&count, &SMALL);
            self.describe(&count);
        }
    }

    /// Heading, rows on their background, and where they agree.
    fn group(&mut self, group: &'a Group, scale: &Scale) {
        let category = &self.dataset.categories[group.category.0];
        self.rule(Role::Baseline, 1.0);
        self.y += 8.0;
        self.across(&category.label, &HEADING);
        self.describe(&category.label);
        if let Some(note) = &category.note {
            self.across(note, &SMALL);
        }
        if group.leads_axis && scale.is_cut() {
            let cut_axis = self.locale.words().cut_axis();
            self.across(cut_axis, &SMALL);
            self.describe(cut_axis);
        }
        let rules = Rule::all(self.dataset, group.category, self.locale);
        let references = self.dataset.references_of(group.category);
        for (reference, rule) in references.zip(&rules) {
            let figure = self.locale.figure(&reference.figure());
            let words = self.locale.words();
            let sentence = words.for_comparison(&reference.label, &figure);
            self.describe(&sentence);
            if rule.label == figure {
                self.across(&sentence, &SMALL);
            }
        }
        self.y += 4.0;
        if group.leads_axis {
            self.y += AXIS_HEIGHT;
        }
        let (top, behind) = (self.y, self.pieces.len());
        for _ in &rules {
            self.y += f64::from(RULE_LABEL_HEIGHT);
        }
        for estimate in self.rows(group) {
            self.row(estimate, scale);
        }
        let compared = is_compared(self.dataset, group.category);
        let agreement =
            compared.then(|| category_agreement(self.dataset, self.view, group.category));
        let bands = agreement
            .as_ref()
            .map(|agreement| Band::all(agreement, self.locale))
            .unwrap_or_default();
        let labels_below = if bands.is_empty() { 4.0 } else { AXIS_HEIGHT };
        let ticks = ticks(scale).into_iter();
        let background = Background {
            top,
            height: self.y - top,
            scale: *scale,
            ticks: ticks
                .map(|tick| (tick, self.locale.number(tick.value)))
                .collect(),
            labelled: group.leads_axis,
            bands,
            rules,
        };
        self.pieces.insert(behind, Piece::Background(background));
        if let Some(agreement) = agreement {
            let sentence = self.locale.agreement(&agreement, Scope::of(self.view));
            self.y += labels_below;
            self.lines(&sentence, &TEXT, STRIP, STRIP_WIDTH);
            self.describe(&sentence);
            self.y += 8.0;
        }
    }

    /// The estimates of a group that the picture has a row for.
    fn rows(&self, group: &'a Group) -> impl Iterator<Item = &'a Estimate> + use<'a> {
        let &Self { dataset, view, .. } = self;
        let rows = group.rows.iter().map(|index| &dataset.estimates[index.0]);
        rows.filter(|estimate| view.shows(estimate))
    }

    /// A figure beside who said it and who passed it on.
    fn row(&mut self, estimate: &Estimate, scale: &Scale) {
        let source = &self.dataset.sources[estimate.source.0];
        let figure = self.locale.figure(&estimate.figure);
        let words = self.locale.words();
        let passed_on_by = estimate
            .passed_on_by
            .as_ref()
            .map(|who| words.passed_on_by(who));
        self.y += ROW_SPACE;
        let top = self.y;
        let mark = Box::new(mark(&estimate.figure, scale));
        let strip = f64::from(mark.height());
        self.pieces.push(Piece::Strip {
            top,
            mark,
            label: self.locale.ends(&estimate.figure),
        });
        self.lines(&source.name, &HEADING, MARGIN, NAME);
        for line in [&source.kind, &passed_on_by].into_iter().flatten() {
            self.lines(line, &SMALL, MARGIN, NAME);
        }
        self.y = self.y.max(top + strip) + ROW_SPACE;
        let who = [self.locale.source(source)].into_iter().chain(passed_on_by);
        self.describe(&words.labelled(&self.locale.list(who), &figure));
    }

    fn foot(&mut self, refused: usize) {
        let words = self.locale.words();
        self.y += 4.0;
        self.rule(Role::Gridline, 1.0);
        self.y += 8.0;
        let as_of = words.as_of(&self.locale.dated(&self.dataset.as_of));
        self.across(&as_of, &SMALL);
        let groups = self.layout.groups.iter();
        let rows = groups.flat_map(|group| self.rows(group));
        let shown = self.names(&rows.map(|estimate| estimate.source).collect());
        let hidden = self.names(&self.view.hidden);
        if !shown.is_empty() {
            self.across(&words.labelled(words.sources(), &shown), &SMALL);
        }
        if !hidden.is_empty() {
            let not_shown = [words.not_shown(), " ", &hidden].concat();
            self.across(&not_shown, &SMALL);
            self.describe(&not_shown);
        }
        if let Some(refused) = self.locale.refused(refused, self.dataset) {
            self.across(&refused, &SMALL);
            self.describe(&refused);
        }
        if let Some(credit) = &self.dataset.credit {
            self.across(credit, &SMALL);
        }
        self.describe(&as_of);
    }

    /// The names of sources as a list.
    fn names(&self, sources: &SmallSet<SourceIndex>) -> String {
        let sources = sources.iter();
        let names = sources.map(|source| self.dataset.sources[source.0].name.clone());
        self.locale.list(names)
    }

    /// A text from margin to margin.
    fn across(&mut self, text: &str, typeface: &Typeface) {
        self.lines(text, typeface, MARGIN, FULL);
    }

    fn lines(&mut self, text: &str, typeface: &Typeface, left: f64, width: f64) {
        self.set(wrap(text, typeface, width), typeface, left);
    }

    fn set(&mut self, lines: Vec<String>, typeface: &Typeface, left: f64) {
        for text in lines {
            self.pieces.push(Piece::Line {
                left,
                baseline: self.y + typeface.line / 2.0 + typeface.size * DROP,
                text,
                typeface: *typeface,
            });
            self.y += typeface.line;
        }
    }

    fn rule(&mut self, role: Role, height: f64) {
        self.pieces.push(Piece::Rule {
            top: self.y,
            height,
            role,
        });
        self.y += height;
    }

    /// Adds a line to the picture in words.
    fn describe(&mut self, line: &str) {
        self.description.push('\n');
        self.description.push_str(line);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a height of some thousand px"
)]
fn whole_px(length: f64) -> u32 {
    length.ceil() as u32
}
