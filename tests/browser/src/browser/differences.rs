//! Where engines, their drivers, or what reads their output differ: the one list of exceptions that tests may make.
//!
//! A test asks [`Page::differs`](crate::Page::differs) and never which engine it runs in; another test sees that each
//! difference is still needed.

use super::Engine;

/// Something that is otherwise in an engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// The driver makes mouse events of touches.
    TouchesAreClicks,
    /// Media queries are answered by the desktop, and cannot be changed while a page is open.
    MediaAreTheDesktops,
    /// The driver has no command for printing.
    NoPrinting,
    /// The colours that stand in for forced ones have too little contrast themselves, or are the desktop's.
    NoForcedColours,
    /// Shifts of the layout are not measured.
    NoLayoutShifts,
    /// Pages that were left come back as they were, even those that listen to `unload`.
    PagesComeBackAlive,
    /// In a sandboxed frame a policy's `'self'` allows nothing. (A published page names its origin.)
    SelfAllowsNothingInSandboxes,
    /// Cells of a table that head a row have no name computed; they are read by what is inside.
    RowHeadersHaveNoNames,
    /// The tree that assistive technology gets can be had through one driver alone.
    NoAccessibilityTree,
    /// What a page keeps in memory can be counted through one driver alone.
    NothingKeptIsCounted,
    /// Words of a drawing are told at other places than they are drawn at.
    WordsOfDrawingsAreMisplaced,
    /// Marks of direction in a drawn text are left out of account where places of its parts are told.
    PartsOfDrawnTextsAreMisplaced,
    /// In a PDF of Arabic text pieces of words are taken for lines of their own.
    ArabicPrintsInPieces,
    /// A picture is of what was shown before, unless the page has been rendered since.
    PicturesAreLate,
    /// What is said to be packed and is not is taken as it is.
    WrongEncodingsAreOverlooked,
    /// A button gets no focus by a click.
    ClicksDoNotFocus,
    /// In a shadow root rules do not see that something else is chosen (`:has(…:checked)`) until a script makes them.
    TogglesInShadowsNeedScripts,
    /// Of states that look alike everywhere no picture is kept.
    PicturesElsewhere,
}

impl Difference {
    /// All of them.
    pub const ALL: [Self; 18] = [
        Self::TouchesAreClicks,
        Self::MediaAreTheDesktops,
        Self::NoPrinting,
        Self::NoForcedColours,
        Self::NoLayoutShifts,
        Self::PagesComeBackAlive,
        Self::SelfAllowsNothingInSandboxes,
        Self::RowHeadersHaveNoNames,
        Self::NoAccessibilityTree,
        Self::NothingKeptIsCounted,
        Self::WordsOfDrawingsAreMisplaced,
        Self::PartsOfDrawnTextsAreMisplaced,
        Self::ArabicPrintsInPieces,
        Self::PicturesAreLate,
        Self::WrongEncodingsAreOverlooked,
        Self::ClicksDoNotFocus,
        Self::TogglesInShadowsNeedScripts,
        Self::PicturesElsewhere,
    ];

    /// Whether it is so in this engine.
    #[must_use]
    pub fn is_in(self, engine: Engine) -> bool {
        match self {
            Self::NoForcedColours
            | Self::NoLayoutShifts
            | Self::NoAccessibilityTree
            | Self::NothingKeptIsCounted
            | Self::PicturesElsewhere => engine != Engine::Chromium,
            Self::ArabicPrintsInPieces => engine == Engine::Firefox,
            _ => engine == Engine::WebKit,
        }
    }
}
