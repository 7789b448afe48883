//! The frame: the sheet in points and the part of it that text may fill.

use super::setting::Setting;
use crate::document::{Document, Language, Page};
use crate::text::Family;

/// Points in a hundredth of a millimetre.
const POINTS: f32 = 72.0 / 2540.0;
/// The foot of a page: its line, and the least room below the text.
pub(super) const FOOT: f32 = 14.0;
const FOOT_ROOM: f32 = 34.0;
/// Text is never set narrower, nor on fewer points of height, whatever the margins say.
const LEAST_WIDTH: f32 = 120.0;
const LEAST_HEIGHT: f32 = 144.0;

#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Frame {
    pub(super) width: f32,
    pub(super) height: f32,
    /// The left edge of the text.
    pub(super) left: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) measure: f32,
    pub(super) rtl: bool,
    /// Where the line at the foot begins.
    pub(super) foot: f32,
    /// Where the letterhead of the first page begins.
    pub(super) head: f32,
    /// Where the line at the top of every page of a copy for review begins.
    pub(super) running: f32,
    pub(super) family: Family,
}

/// The head of a first page stands in the margin: at 14 mm where that is 25.
const IN_MARGIN: f32 = 0.56;
/// The sheet of a copy for review, A5, so that 14 points can be read on a telephone: 18 mm at the start for numbers, 36
/// at the end to write in. Hundredths of a millimetre.
const REVIEW: Page =
    Page { width: 14_800, height: 21_000, top: 2_200, bottom: 1_700, start: 1_800, end: 3_600 };

impl Frame {
    pub(super) fn of(document: &Document, setting: &Setting) -> Self {
        let is_review = setting.review.is_some();
        let page = if is_review { REVIEW } else { document.style().page };
        #[expect(clippy::cast_precision_loss, reason = "a sheet is far smaller than 2²⁴ hundredths")]
        let points = |hundredths: u32| hundredths as f32 * POINTS;
        let rtl = document.language() == Language::Arabic;
        let width = points(page.width).clamp(LEAST_WIDTH, 14_400.0);
        let height = points(page.height).clamp(LEAST_HEIGHT + 2.0 * FOOT_ROOM, 14_400.0);
        let (mut start, mut end) = (points(page.start), points(page.end));
        if width - start - end < LEAST_WIDTH {
            let margin = (width - LEAST_WIDTH) / 2.0;
            (start, end) = (margin, margin);
        }
        let (mut top, mut under) = (points(page.top), points(page.bottom).max(FOOT_ROOM));
        if height - top - under < LEAST_HEIGHT {
            (top, under) = (FOOT_ROOM, FOOT_ROOM);
        }
        Self {
            width,
            height,
            left: if rtl { end } else { start },
            top,
            bottom: height - under,
            measure: width - start - end,
            rtl,
            foot: height - under + ((under - FOOT) * 0.5).max(8.0),
            head: if is_review { top } else { top * IN_MARGIN },
            running: top * 0.45,
            family: setting.family,
        }
    }

    /// The left edge of something of this width that begins so far from where lines begin.
    pub(super) fn past_start(&self, offset: f32, width: f32) -> f32 {
        if self.rtl { self.left + self.measure - offset - width } else { self.left + offset }
    }

    /// The left edge of something of this width that ends where lines end.
    pub(super) fn at_end(&self, width: f32) -> f32 {
        self.past_start(self.measure - width, width)
    }

    pub(super) fn body(&self) -> f32 {
        self.bottom - self.top
    }
}
