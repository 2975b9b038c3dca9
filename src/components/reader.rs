//! What the components share: the dataset, its language and the reader's view of it.

use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::prelude::*;

use crate::dataset::{Dataset, Estimate, EstimateIndex, Source};
use crate::locale::Locale;
use crate::view::{Action, ViewState};

/// The dataset with the language it speaks.
#[derive(Clone, PartialEq)]
pub struct Story {
    pub dataset: Rc<Dataset>,
    pub locale: Locale,
}

/// It holds the dataset by reference: a clone costs nothing, so components pass it on as it is.
impl ImplicitClone for Story {}

impl Story {
    pub fn new(dataset: Rc<Dataset>) -> Self {
        let locale = Locale::for_language(&dataset.language);
        Self { dataset, locale }
    }

    pub fn estimate(&self, index: EstimateIndex) -> &Estimate {
        &self.dataset.estimates[index.0]
    }

    pub fn source_of(&self, estimate: &Estimate) -> &Source {
        &self.dataset.sources[estimate.source.0]
    }
}

/// The reader's view, which changes only by an [`Action`].
#[derive(Clone, PartialEq)]
pub struct Reader {
    pub story: Story,
    pub view: Rc<ViewState>,
}

impl Reducible for Reader {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let view = Rc::new(self.view.reduce(action, &self.story.dataset));
        Rc::new(Self {
            story: self.story.clone(),
            view,
        })
    }
}

/// Where components send what the reader does.
pub type Dispatch = UseReducerDispatcher<Reader>;
