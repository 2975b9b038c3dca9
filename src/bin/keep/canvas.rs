//! The poster as a PNG at twice its size, painted by the browser in the reader's fonts.

use plotters::style::RGBColor;
use troop_estimates::chart::{
    FONT_FAMILY, Paint, Painter, Poster, Setting, TextAnchor, UNITS_PER_PX, colour,
    px as written_px,
};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Promise, Reflect};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

/// Pixels of the picture for each px of the poster, in each direction.
const SCALE: u32 = 2;

/// The picture; `None` where it is too large for the browser.
pub async fn png(poster: &Poster) -> Result<Option<Blob>, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let canvas = document.ok_or("no document")?.create_element("canvas")?;
    let canvas: HtmlCanvasElement = canvas.unchecked_into();
    let (width, height) = poster.size();
    canvas.set_width(width * SCALE);
    canvas.set_height(height * SCALE);
    let context = canvas.get_context("2d")?.ok_or("no canvas")?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    let scale = f64::from(SCALE);
    context.scale(scale, scale)?;
    // A name that web-sys does not have for stable use.
    Reflect::set(&context, &"direction".into(), &poster.direction().into())?;
    poster.paint(&mut Canvas(context));
    encoded(&canvas).await
}

/// What the browser makes of the canvas.
async fn encoded(canvas: &HtmlCanvasElement) -> Result<Option<Blob>, JsValue> {
    let promise = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        if let Err(error) = canvas.to_blob(done.unchecked_ref()) {
            // Whoever waits is told; there is nothing more to do.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    Ok(JsFuture::from(promise).await?.dyn_into().ok())
}

struct Canvas(CanvasRenderingContext2d);

impl Canvas {
    /// Fills and outlines the present path.
    fn path(&self, paint: &Paint) {
        self.0.set_fill_style_str(&colour(paint.fill));
        self.0.fill();
        if self.outline(paint.outline) {
            self.0.stroke();
        }
    }

    /// Whether there is an outline; it is ready to be stroked then.
    fn outline(&self, outline: Option<(RGBColor, i32)>) -> bool {
        if let Some((stroke, width)) = outline {
            self.0.set_stroke_style_str(&colour(stroke));
            self.0.set_line_width(px(width));
        }
        outline.is_some()
    }
}

impl Painter for Canvas {
    fn rectangle(&mut self, (left, top): (i32, i32), (right, bottom): (i32, i32), paint: &Paint) {
        self.0.begin_path();
        self.0
            .rect(px(left), px(top), px(right - left), px(bottom - top));
        self.path(paint);
    }

    fn circle(&mut self, (x, y): (i32, i32), radius: i32, paint: &Paint) {
        self.0.begin_path();
        // It fails for negative radii alone.
        let _ = self
            .0
            .arc(px(x), px(y), px(radius), 0.0, std::f64::consts::TAU);
        self.path(paint);
    }

    fn polygon(&mut self, corners: &[(i32, i32)], paint: &Paint) {
        self.0.begin_path();
        for &(x, y) in corners {
            self.0.line_to(px(x), px(y));
        }
        self.0.close_path();
        self.path(paint);
    }

    fn text(&mut self, text: &str, setting: &Setting, paint: &Paint) {
        let weight = if setting.bold { "600 " } else { "" };
        let size = written_px(setting.size);
        self.0
            .set_font(&[weight, &size, "px ", FONT_FAMILY].concat());
        self.0.set_text_align(match setting.anchor {
            TextAnchor::Start => "start",
            TextAnchor::Middle => "center",
            TextAnchor::End => "end",
        });
        let (x, y) = (px(setting.at.0), px(setting.at.1));
        // Both fail where there is no font at all: then the marks still stand.
        if self.outline(paint.outline) {
            self.0.set_line_join("round");
            let _ = self.0.stroke_text(text, x, y);
        }
        self.0.set_fill_style_str(&colour(paint.fill));
        let _ = self.0.fill_text(text, x, y);
    }
}

/// Units as px.
fn px(units: i32) -> f64 {
    f64::from(units) / f64::from(UNITS_PER_PX)
}
