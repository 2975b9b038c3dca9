//! What the components share: the dataset, its language and the reader's view of it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::prelude::*;

use super::after_frame::after_frame;
use super::share::Shared;
use super::shortened::shortened;
use crate::dataset::{Dataset, Dated, Estimate, EstimateIndex, Source, clean};
use crate::locale::{Direction, Locale, Words, direction_of, runs_to_left};
use crate::view::{Action, Link, Order, ViewState};

/// A link may hold anything: no more characters of it are said, and then that there are more.
const LONGEST_NOTICE: usize = 60;

/// Unicode's character for something else that stands in a text.
const OBJECT: char = '\u{fffc}';
/// What a message is given where a text of the dataset will stand, see [`Story::around`].
pub const TEXT: &str = "\u{fffc}";

/// The dataset with the language it speaks.
#[derive(Clone, PartialEq)]
pub struct Story {
    pub dataset: Rc<Dataset>,
    pub locale: Locale,
}

/// It holds the dataset by reference: a clone costs nothing, so components pass it on as it is.
impl ImplicitClone for Story {}

impl Story {
    pub fn estimate(&self, index: EstimateIndex) -> &Estimate {
        &self.dataset.estimates[index.0]
    }

    /// The language of the dataset's texts, if the words around them are in another.
    fn foreign_language(&self) -> Option<AttrValue> {
        let language = &self.dataset.language;
        (!self.locale.speaks(language)).then(|| language.clone().into())
    }

    /// The language of what is not marked otherwise: the dataset's as it says it itself, with its region, if
    /// the words are in it too.
    pub fn language(&self) -> AttrValue {
        match self.foreign_language() {
            None => self.dataset.language.clone().into(),
            Some(_) => self.locale.tag().into(),
        }
    }

    /// A name, which runs in its own direction whatever surrounds it, and says if it is in another language.
    pub fn name(&self, name: &str) -> Html {
        html! { <bdi lang={self.foreign_language()}>{ name.to_owned() }</bdi> }
    }

    /// A text of the dataset: it runs as its language does, even if it begins with letters of another; but if it has
    /// no letter that runs so, as those do.
    pub fn text(&self, text: &str) -> Html {
        if self.sets_apart() {
            let direction = match direction_of(&self.dataset.language) {
                Direction::RightToLeft if runs_to_left(text) => Some("rtl"),
                _ => None,
            };
            html! { <bdi lang={self.foreign_language()} dir={direction}>{ text.to_owned() }</bdi> }
        } else {
            text.to_owned().into()
        }
    }

    /// Whether a text of the dataset may differ from the words around it in language or direction.
    fn sets_apart(&self) -> bool {
        self.foreign_language().is_some() || self.locale.direction() == Direction::RightToLeft
    }

    /// A date, or the words that the dataset has for it.
    pub fn dated(&self, dated: &Dated) -> Html {
        match &dated.label {
            Some(label) => self.text(label),
            None => self.locale.dated(dated).into(),
        }
    }

    /// A message with a text of the dataset in it, in place of [`TEXT`].
    pub fn around(&self, message: &str, text: &str) -> Html {
        if self.sets_apart() {
            around(message, self.text(text))
        } else {
            message.replace(OBJECT, text).into()
        }
    }

    /// What could not be used of a link, without what could hide in it or turn the words around it.
    pub fn ignored(&self, link: &Link) -> Option<AttrValue> {
        let parts = link.ignored.iter().take(LONGEST_NOTICE);
        let parts = self.locale.list(parts.map(|part| clean(part).0));
        let parts = shortened(&parts, LONGEST_NOTICE).into_owned();
        (!link.ignored.is_empty()).then(|| parts.into())
    }

    pub fn source_of(&self, estimate: &Estimate) -> &Source {
        &self.dataset.sources[estimate.source.0]
    }
}

/// A message with something else in it, in place of [`TEXT`].
pub fn around(message: &str, inner: Html) -> Html {
    let (before, after) = message.split_once(OBJECT).unwrap_or_default();
    html! { <>{ before.to_owned() }{ inner }{ after.to_owned() }</> }
}

/// The reader's view and what stands around it.
#[derive(Clone, PartialEq)]
pub struct Reader {
    pub story: Story,
    pub view: Rc<ViewState>,
    /// Whether the widget has been rendered in a browser: not while prerendering and hydrating.
    pub alive: bool,
    /// What could not be used of the link that led to this view.
    pub ignored: Option<AttrValue>,
    /// What became of the reader's wish to pass a link to this view on.
    pub shared: Option<Shared>,
}

/// What changes the view or what stands around it.
pub enum Change {
    ComeAlive,
    Act(Action),
    Follow(Rc<Link>),
    Share(Option<Shared>),
}

impl Reducible for Reader {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        let mut next = (*self).clone();
        match change {
            Change::ComeAlive => next.alive = true,
            Change::Share(shared) => next.shared = shared,
            Change::Act(action) => {
                let view = self.view.reduce(action, &self.story.dataset);
                // Details that a link opens tell of it as if the reader had.
                if view != *self.view {
                    next.show(view);
                    next.ignored = None;
                }
            }
            Change::Follow(link) => {
                // A link says nothing about how many rows there are: those asked for stay.
                next.show(ViewState {
                    further_rows: self.view.further_rows,
                    ..link.view.clone()
                });
                next.ignored = self.story.ignored(&link);
            }
        }
        Rc::new(next)
    }
}

impl Reader {
    fn show(&mut self, view: ViewState) {
        self.view = Rc::new(view);
        self.shared = None;
    }
}

/// Where components send what the reader does, in the order in which it is done.
#[derive(Clone)]
pub struct Dispatch {
    reader: UseReducerDispatcher<Reader>,
    waiting: Rc<RefCell<Option<Waiting>>>,
}

/// What the page already shows of an action that has not been sent yet.
pub struct Waiting {
    action: Action,
    /// Lets the page show what it did before.
    take_back: Box<dyn FnOnce()>,
}

impl ImplicitClone for Dispatch {}

/// What waits is no reason to render anew.
impl PartialEq for Dispatch {
    fn eq(&self, other: &Self) -> bool {
        self.reader == other.reader
    }
}

impl Dispatch {
    pub fn new(
        reader: UseReducerDispatcher<Reader>,
        waiting: Rc<RefCell<Option<Waiting>>>,
    ) -> Self {
        Self { reader, waiting }
    }

    pub fn dispatch(&self, action: Action) {
        self.change(Change::Act(action));
    }

    /// Sends an action that the page already shows, once this has been painted; or before whatever comes sooner.
    pub fn dispatch_after_frame(&self, action: Action, take_back: impl FnOnce() + 'static) {
        drop(self.send_waiting());
        let take_back = Box::new(take_back);
        self.waiting.replace(Some(Waiting { action, take_back }));
        let dispatch = self.clone();
        after_frame(move || drop(dispatch.send_waiting()));
    }

    pub fn change(&self, change: Change) {
        if let Some(take_back) = self.send_waiting() {
            // Both are rendered at once, and only what then differs from the last rendering changes on the page.
            take_back();
        }
        self.reader.dispatch(change);
    }

    /// Gives what takes back what the page shows of it.
    fn send_waiting(&self) -> Option<Box<dyn FnOnce()>> {
        let Waiting { action, take_back } = self.waiting.take()?;
        self.reader.dispatch(Change::Act(action));
        Some(take_back)
    }
}

/// An order as readers choose it.
pub fn order_name(words: Words, order: Order) -> &'static str {
    match order {
        Order::Given => words.order_given(),
        Order::Lowest => words.order_lowest(),
        Order::Highest => words.order_highest(),
        Order::Widest => words.order_widest(),
        Order::Newest => words.order_newest(),
        Order::Name => words.order_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::read_json;

    #[test]
    fn what_is_ignored_is_listed_as_in_the_language() {
        let text = include_str!("../../data/north-korea.ar.json");
        let story = Story {
            dataset: Rc::new(read_json(text).dataset.unwrap()),
            locale: Locale::for_language("ar"),
        };
        let said = story.ignored(&Link::read("a;b;c", &story.dataset));
        assert_eq!(said.as_deref(), Some("a، b، c"));
    }

    #[test]
    fn what_is_hidden_in_a_link_is_not_said() {
        let text = include_str!("../../data/north-korea.en.json");
        let story = Story {
            dataset: Rc::new(read_json(text).dataset.unwrap()),
            locale: Locale::for_language("en"),
        };
        let said = |text: &str| story.ignored(&Link::read(text, &story.dataset));
        assert_eq!(
            said("21\u{202e}34\u{2067}56\u{0};b\nc").as_deref(),
            Some("213456, b c")
        );
        assert_eq!(said("\u{202e}").as_deref(), Some(""));
    }

    #[test]
    fn of_a_long_link_only_the_beginning_is_said_and_that_there_is_more() {
        let text = include_str!("../../data/north-korea.en.json");
        let story = Story {
            dataset: Rc::new(read_json(text).dataset.unwrap()),
            locale: Locale::for_language("en"),
        };
        let said = |text: &str| story.ignored(&Link::read(text, &story.dataset));
        assert_eq!(said("log"), None);
        for letter in ["e", "é"] {
            let sixty = letter.repeat(60);
            assert_eq!(said(&sixty).unwrap(), sixty);
            let said = said(&letter.repeat(61)).unwrap();
            assert_eq!(said, letter.repeat(59) + "…");
        }
    }
}
