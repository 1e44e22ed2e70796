//! What stands where on a page: its content is followed operator by operator.

use super::content::{Element, Operand, Operations};
use super::font::{Font, number, resolved};
use super::limits::{Budget, DEPTH, PAGE_GLYPHS, STREAM};
use super::marked::actual_text;
use super::matrix::{Matrix, STRAIGHT, matrix, moved, then, turns};
use super::tree::Page;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// A letter, or the letters of one code, and where it stands: x to the right, y downwards, in points.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) size: f32,
    /// Quarter turns of its direction; absent if it stands aslant.
    pub(super) turns: Option<u8>,
}

/// What is on a page.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) glyphs: Vec<Glyph>,
    /// Heights of horizontal rules with their left and right ends.
    pub(super) rules: Vec<(f32, f32, f32)>,
    /// How many pictures.
    pub(super) images: usize,
    /// Codes without a letter behind them.
    pub(super) nameless: usize,
    /// Letters that are there and not seen.
    pub(super) hidden: usize,
}

/// Fonts that were read already.
pub(super) type Fonts = FxHashMap<ObjectId, Rc<Font>>;

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f32,
    letter_gap: f32,
    word_gap: f32,
    stretch: f32,
    leading: f32,
    rise: f32,
    mode: u8,
}

struct Walk<'a, 'b> {
    document: &'a Document,
    budget: &'b mut Budget,
    fonts: &'b mut Fonts,
    placed: Placed,
}

/// Follows the content of a page.
pub(super) fn place<'a>(
    document: &'a Document,
    page: &Page<'a>,
    fonts: &mut Fonts,
    budget: &mut Budget,
) -> Placed {
    let [left, bottom, right, top] = page.area;
    // Into a frame whose first line is at the top, as the page is looked at.
    let frame = match page.turns {
        1 => [0.0, 1.0, 1.0, 0.0, -bottom, -left],
        2 => [-1.0, 0.0, 0.0, 1.0, right, -bottom],
        3 => [0.0, -1.0, -1.0, 0.0, top, right],
        _ => [1.0, 0.0, 0.0, -1.0, -left, top],
    };
    let mut walk = Walk {
        document,
        budget,
        fonts,
        placed: Placed::default(),
    };
    let state = State {
        matrix: frame,
        font: None,
        size: 1.0,
        letter_gap: 0.0,
        word_gap: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
        mode: 0,
    };
    let content = walk.contents(page);
    walk.follow(&content, page.resources, state.clone(), 0);
    walk.annotations(page, &state);
    let (width, height) = if page.turns.is_multiple_of(2) {
        (right - left, top - bottom)
    } else {
        (top - bottom, right - left)
    };
    // What stands beside the page is not on it.
    walk.placed.glyphs.retain(|glyph| {
        glyph.x > -glyph.size
            && glyph.x < width + glyph.size
            && glyph.y > -glyph.size
            && glyph.y < height + glyph.size
    });
    walk.placed
}

impl<'a> Walk<'a, '_> {
    /// The streams of a page's content, one after the other.
    fn contents(&mut self, page: &Page<'a>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let streams: Vec<&Object> = match page.dictionary.get_deref(b"Contents", self.document) {
            Ok(Object::Array(parts)) => parts.iter().take(10_000).collect(),
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        for stream in streams {
            if let Ok(stream) = resolved(self.document, stream).as_stream() {
                bytes.extend(self.unpacked(stream));
                bytes.push(b'\n');
            }
            if bytes.len() > 2 * STREAM {
                self.budget.met = true;
                break;
            }
        }
        bytes
    }

    fn unpacked(&mut self, stream: &Stream) -> Vec<u8> {
        match stream.get_plain_content_with_limit(STREAM.min(self.budget.content)) {
            Ok(bytes) if self.budget.take(|budget| &mut budget.content, bytes.len()) => bytes,
            Ok(_) => Vec::new(),
            Err(error) => {
                self.budget.met |= matches!(
                    error,
                    lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })
                );
                Vec::new()
            }
        }
    }

    fn follow(
        &mut self,
        bytes: &[u8],
        resources: Option<&'a Dictionary>,
        mut state: State,
        depth: usize,
    ) {
        let document = self.document;
        let of = |kind: &[u8], name: &[u8]| -> Option<&'a Object> {
            let kind = resources?
                .get_deref(kind, document)
                .and_then(Object::as_dict)
                .ok()?;
            kind.get(name).ok()
        };
        let mut kept: Vec<State> = Vec::new();
        let (mut line, mut at) = (STRAIGHT, STRAIGHT);
        let mut operations = Operations::new(bytes);
        let mut corner = (0.0, 0.0);
        // Text that stands for what is shown within a marked part: still to be said, or said already.
        let mut marked: Vec<Option<Option<String>>> = Vec::new();
        while let Some(operator) = operations.step() {
            if !self.budget.take(|budget| &mut budget.operators, 1) {
                return;
            }
            let n = |at: usize| operations.number(at);
            match operator {
                b"q" if kept.len() < 256 => kept.push(state.clone()),
                b"Q" => {
                    if let Some(before) = kept.pop() {
                        state = before;
                    }
                }
                b"cm" => {
                    if let Some(matrix) = operations.matrix() {
                        state.matrix = then(matrix, state.matrix);
                    }
                }
                b"BT" => (line, at) = (STRAIGHT, STRAIGHT),
                b"Tf" => {
                    if let Some(Operand::Name(name)) = operations.operands.first() {
                        state.font = of(b"Font", name).and_then(|font| self.font(font));
                        state.size = n(1);
                    }
                }
                b"Tc" => state.letter_gap = n(0),
                b"Tw" => state.word_gap = n(0),
                b"Tz" => state.stretch = n(0) / 100.0,
                b"TL" => state.leading = n(0),
                b"Ts" => state.rise = n(0),
                b"Tr" => state.mode = if n(0) == 3.0 || n(0) == 7.0 { 3 } else { 0 },
                b"Td" | b"TD" => {
                    if operator == b"TD" {
                        state.leading = -n(1);
                    }
                    line = then([1.0, 0.0, 0.0, 1.0, n(0), n(1)], line);
                    at = line;
                }
                b"Tm" => {
                    if let Some(matrix) = operations.matrix() {
                        (line, at) = (matrix, matrix);
                    }
                }
                b"T*" | b"'" | b"\"" => {
                    if operator == b"\"" {
                        (state.word_gap, state.letter_gap) = (n(0), n(1));
                    }
                    line = then([1.0, 0.0, 0.0, 1.0, 0.0, -state.leading], line);
                    at = line;
                    if let Some(Operand::Text(text)) = operations.operands.last() {
                        self.show(&state, &mut at, text, marked.last_mut());
                    }
                }
                b"Tj" => {
                    if let Some(Operand::Text(text)) = operations.operands.last() {
                        self.show(&state, &mut at, text, marked.last_mut());
                    }
                }
                b"TJ" => {
                    if let Some(Operand::Array(elements)) = operations.operands.last() {
                        for element in elements {
                            match element {
                                Element::Text(text) => {
                                    self.show(&state, &mut at, text, marked.last_mut())
                                }
                                Element::Shift(shift) => {
                                    let by = -shift / 1000.0 * state.size * state.stretch;
                                    at = then([1.0, 0.0, 0.0, 1.0, by, 0.0], at);
                                }
                            }
                        }
                    }
                }
                b"BMC" | b"BDC" if marked.len() < 256 => {
                    let text = match operations.operands.last() {
                        Some(Operand::Dictionary(inner)) => actual_text(inner),
                        _ => None,
                    };
                    // Within a part that has its text, parts of it say nothing of their own.
                    let within = matches!(marked.last(), Some(Some(_)));
                    marked.push(match text {
                        _ if within => Some(None),
                        Some(text) => Some(Some(text)),
                        None => None,
                    });
                }
                b"EMC" => {
                    marked.pop();
                }
                b"Do" => {
                    if let Some(Operand::Name(name)) = operations.operands.first()
                        && let Some(Ok(stream)) =
                            of(b"XObject", name).map(|of| resolved(document, of).as_stream())
                    {
                        self.form(stream, resources, &state, depth);
                    }
                }
                b"BI" => self.placed.images += 1,
                b"gs" => {
                    if let Some(Operand::Name(name)) = operations.operands.first()
                        && let Some(Ok(set)) =
                            of(b"ExtGState", name).map(|of| resolved(document, of).as_dict())
                        && let Ok(Object::Array(font)) = set.get_deref(b"Font", document)
                        && let [font, size] = &font[..]
                    {
                        state.font = self.font(font);
                        state.size = number(size);
                    }
                }
                b"m" => corner = (n(0), n(1)),
                b"l" => {
                    self.rule(&state, corner, (n(0), n(1)));
                    corner = (n(0), n(1));
                }
                b"re" => {
                    let (x, y, width, height) = (n(0), n(1), n(2), n(3));
                    self.rule(&state, (x, y), (x + width, y));
                    self.rule(&state, (x, y + height), (x + width, y + height));
                }
                _ => {}
            }
        }
    }

    fn font(&mut self, object: &'a Object) -> Option<Rc<Font>> {
        let dictionary = resolved(self.document, object).as_dict().ok()?;
        let Ok(id) = object.as_reference() else {
            return Some(Rc::new(Font::read(self.document, dictionary)));
        };
        if let Some(font) = self.fonts.get(&id) {
            return Some(Rc::clone(font));
        }
        // A font's tables cost about as much as some content.
        if !self.budget.take(|budget| &mut budget.content, 100_000) {
            return None;
        }
        let font = Rc::new(Font::read(self.document, dictionary));
        self.fonts.insert(id, Rc::clone(&font));
        Some(font)
    }

    /// A picture is counted; a form is followed.
    fn form(
        &mut self,
        stream: &'a Stream,
        resources: Option<&'a Dictionary>,
        state: &State,
        depth: usize,
    ) {
        match stream.dict.get(b"Subtype").and_then(Object::as_name) {
            Ok(b"Image") => self.placed.images += 1,
            Ok(b"Form") if depth < DEPTH => {
                // However small a form is, to follow it costs something.
                if !self.budget.take(|budget| &mut budget.operators, 100) {
                    return;
                }
                let content = self.unpacked(stream);
                let own = stream
                    .dict
                    .get_deref(b"Resources", self.document)
                    .and_then(Object::as_dict);
                let mut inner = state.clone();
                if let Some(matrix) = matrix(self.document, &stream.dict, b"Matrix") {
                    inner.matrix = then(matrix, inner.matrix);
                }
                self.follow(&content, own.ok().or(resources), inner, depth + 1);
            }
            Ok(b"Form") => self.budget.met = true,
            _ => {}
        }
    }

    /// The text of filled fields and of notes typed onto the page, which stands beside the page's content.
    fn annotations(&mut self, page: &Page<'a>, state: &State) {
        let document = self.document;
        let Ok(Object::Array(all)) = page.dictionary.get_deref(b"Annots", document) else {
            return;
        };
        for annotation in all.iter().take(5_000) {
            let Ok(annotation) = resolved(document, annotation).as_dict() else {
                continue;
            };
            let kind = annotation
                .get(b"Subtype")
                .and_then(Object::as_name)
                .unwrap_or_default();
            let flags = annotation.get(b"F").and_then(Object::as_i64).unwrap_or(0);
            let is_hidden = flags & 0b10_0010 != 0;
            if is_hidden || !matches!(kind, b"Widget" | b"FreeText" | b"Stamp") {
                continue;
            }
            let appearance = annotation
                .get_deref(b"AP", document)
                .and_then(Object::as_dict)
                .and_then(|appearance| appearance.get_deref(b"N", document));
            let stream = match appearance {
                Ok(Object::Stream(stream)) => Some(stream),
                // A box that is ticked or not: the appearance of the state it is in.
                Ok(Object::Dictionary(states)) => annotation
                    .get(b"AS")
                    .and_then(Object::as_name)
                    .and_then(|state| states.get_deref(state, document))
                    .and_then(Object::as_stream)
                    .ok(),
                _ => None,
            };
            let (Some(stream), Ok(Object::Array(corners))) =
                (stream, annotation.get_deref(b"Rect", document))
            else {
                continue;
            };
            let corner = |at: usize| {
                corners
                    .get(at)
                    .map_or(0.0, |of| number(resolved(document, of)))
            };
            let (x, y) = (corner(0).min(corner(2)), corner(1).min(corner(3)));
            let mut within = state.clone();
            within.matrix = then([1.0, 0.0, 0.0, 1.0, x, y], state.matrix);
            self.form(stream, page.resources, &within, 0);
        }
    }

    fn rule(&mut self, state: &State, from: (f32, f32), to: (f32, f32)) {
        let (from, to) = (
            moved(state.matrix, from.0, from.1),
            moved(state.matrix, to.0, to.1),
        );
        let is_level = (from.1 - to.1).abs() < 1.0 && (from.0 - to.0).abs() > 20.0;
        if is_level && self.placed.rules.len() < 20_000 {
            self.placed
                .rules
                .push((from.1, from.0.min(to.0), from.0.max(to.0)));
        }
    }

    fn show(
        &mut self,
        state: &State,
        at: &mut Matrix,
        bytes: &[u8],
        mut instead: Option<&mut Option<Option<String>>>,
    ) {
        let Some(font) = state.font.clone() else {
            self.placed.nameless += bytes.len();
            return;
        };
        font.each(bytes, |shown| {
            let gap = state.letter_gap + if shown.is_space { state.word_gap } else { 0.0 };
            let advance = (shown.width * state.size + gap) * state.stretch;
            let scaled = [
                state.size * state.stretch,
                0.0,
                0.0,
                state.size,
                0.0,
                state.rise,
            ];
            let whole = then(then(scaled, *at), state.matrix);
            *at = then([1.0, 0.0, 0.0, 1.0, advance, 0.0], *at);
            let text = match instead.as_deref_mut() {
                Some(Some(text)) => text.take(),
                _ => shown.text.or_else(|| {
                    self.placed.nameless += 1;
                    Some(char::REPLACEMENT_CHARACTER.to_string())
                }),
            };
            let Some(text) = text.filter(|text| !text.is_empty()) else {
                return;
            };
            let (along, up) = (whole[0].hypot(whole[1]), whole[2].hypot(whole[3]));
            let glyph = Glyph {
                width: shown.width * along,
                size: up,
                x: whole[4],
                y: whole[5],
                turns: turns(whole[0], whole[1]),
                text,
            };
            let is_placed = [glyph.x, glyph.y, glyph.width, glyph.size]
                .iter()
                .all(|of| of.abs() < 1.0e6);
            if !is_placed || glyph.size < 0.5 {
                return;
            }
            if self.placed.glyphs.len() >= PAGE_GLYPHS
                || !self.budget.take(|budget| &mut budget.glyphs, 1)
            {
                self.budget.met = true;
                return;
            }
            self.placed.hidden += usize::from(state.mode == 3 && glyph.text != " ");
            self.placed.glyphs.push(glyph);
        });
    }
}
