//! One page of an enclosed paper, as it is shown: the picture, what it is in words, and the links that zoom, turn and leaf. All of it
//! works by addresses alone; a page that cannot be drawn says so and offers the file.

use super::clock::Clock;
use super::documents::is_given_out;
use crate::forms::encode;
use crate::problem::Problem;
use crate::scanned::ScanLine;
use crate::texts::T;
use crate::visit::Visit;
use domain::comparison::PaperPage;
use domain::ids::{ApplicationId, MissionId};
use domain::picture::{Turn, Wanted};
use office::sheets::{self, Sheet};
use service::summary::document_name;

/// Steps of the zoom, percent of the width that the page has.
pub const ZOOMS: [u32; 8] = [50, 75, 100, 125, 150, 200, 300, 400];
/// What is shown at first.
pub const ZOOM_PRESET: u32 = 100;
/// Widths in which pages are drawn, pixels, each up to a zoom.
const WIDTHS: [(u32, u32); 3] = [(100, 1200), (200, 2000), (400, 3200)];
const KILOBYTE: u64 = 1000;

/// How a page is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Which page.
    pub at: PaperPage,
    /// Percent.
    pub zoom: u32,
    /// Turned by the reader.
    pub turn: Turn,
}

impl Look {
    /// Of the texts of an address; anything unknown is as at first.
    pub fn new(at: PaperPage, zoom: Option<&str>, turn: Option<&str>) -> Look {
        let zoom = zoom.and_then(|zoom| zoom.parse().ok()).filter(|zoom| ZOOMS.contains(zoom)).unwrap_or(ZOOM_PRESET);
        Look { at, zoom, turn: turn_of(turn) }
    }

    /// What is drawn for it.
    pub fn wanted(self) -> Wanted {
        let width = WIDTHS.iter().find(|(zoom, _)| self.zoom <= *zoom).map_or(WIDTHS[0].1, |(_, width)| *width);
        Wanted { page: self.at.page, width_pixels: width, turn: self.turn }
    }
}

/// A turn of an address, degrees.
pub fn turn_of(text: Option<&str>) -> Turn {
    text.and_then(|degrees| degrees.parse().ok()).and_then(Turn::of_degrees).unwrap_or_default()
}

/// The nearest width that is drawn; what an address names is no order.
pub fn width_of(text: Option<&str>) -> u32 {
    let wanted: u32 = text.and_then(|width| width.parse().ok()).unwrap_or(0);
    WIDTHS.iter().map(|(_, width)| *width).find(|width| wanted <= *width).unwrap_or(WIDTHS[2].1)
}

/// A page as an address and a form name it: `FILE.PAGE`.
pub fn name_of(at: PaperPage) -> String {
    format!("{}.{}", at.file, at.page)
}

/// A look as a button of the comparison names it: `FILE.PAGE.ZOOM.DEGREES`.
pub fn look_name(look: Look) -> String {
    format!("{}.{}.{}", name_of(look.at), look.zoom, look.turn.degrees())
}

/// Reads it.
pub fn parse_look(text: &str) -> Option<Look> {
    let mut parts = text.rsplitn(3, '.');
    let (turn, zoom) = (parts.next()?, parts.next()?);
    Some(Look::new(parse(parts.next()?)?, Some(zoom), Some(turn)))
}

/// Reads a page.
pub fn parse(text: &str) -> Option<PaperPage> {
    let (file, page) = text.split_once('.')?;
    Some(PaperPage { file: file.parse().ok()?, page: page.parse().ok()? })
}

/// A link of the toolbar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Address; in a form, what its button sends.
    pub url: String,
    /// What it does.
    pub words: String,
}

/// The page.
#[derive(Clone, Debug)]
pub struct Pane {
    /// `Page 2 of 3: Medical document`.
    pub title: String,
    /// The same with what tells the file apart.
    pub facts: String,
    /// SHA-256 of the file kept, hex.
    pub sha256: String,
    /// Address of the picture; `None` when it cannot be drawn.
    pub picture: Option<String>,
    /// Percent, for its class.
    pub zoom: u32,
    /// Address of the file; `None` where it is not given out.
    pub original: Option<String>,
    /// What the virus scanner says of it.
    pub scan: Option<ScanLine>,
    /// An addendum took it out.
    pub replaced: bool,
    /// Id of the form that its tools press a button of; else they are links.
    pub form: Option<&'static str>,
    /// Zoom and turn.
    pub tools: Vec<Tool>,
    /// Other pages and documents.
    pub leaves: Vec<Tool>,
}

/// Shows `look` of one of `sheets`; `link` makes the address of another look in the same place.
///
/// # Errors
/// [`Problem::NotFound`] when there is no such page.
pub async fn pane(
    visit: &Visit,
    (id, mission): (ApplicationId, &MissionId),
    sheets: &[Sheet],
    look: Look,
    link: impl Fn(Look) -> String,
) -> Result<Pane, Problem> {
    let (office, t) = (&visit.state.office, visit.t());
    let place = sheets.iter().position(|own| own.file == look.at.file).ok_or(Problem::NotFound)?;
    let sheet = &sheets[place];
    let pages = sheets::count(office, visit.actor()?, sheet).await?;
    if !(1..=pages).contains(&look.at.page) {
        return Err(Problem::NotFound);
    }
    let wanted = look.wanted();
    let drawn = sheets::picture(office, visit.actor()?, id, sheet.file, wanted, visit.moment.now).await?;
    let query = encode(&[("width", wanted.width_pixels.to_string()), ("turn", wanted.turn.degrees().to_string())]);
    let address = format!("/desk/cases/{id}/pages/{}/{}/picture?{query}", sheet.file, look.at.page);
    let clock = Clock::of(visit, mission);
    let scan = sheet.scan.as_ref().map(|scan| ScanLine::desk(&t, &clock, scan));
    let facts = [
        ("name", sheet.name.clone()),
        ("uploaded", clock.full(sheet.uploaded_at)),
        ("size", t.n("desk-size", "count", sheet.bytes.div_ceil(KILOBYTE))),
    ];
    Ok(Pane {
        title: title(visit, sheet, look.at.page, pages),
        facts: t.all("sheet-facts", &facts),
        sha256: sheet.sha256.clone(),
        picture: drawn.map(|_| visit.url(&address)),
        zoom: look.zoom,
        original: is_given_out(scan.as_ref()).then(|| visit.url(&format!("/desk/files/{}", sheet.file))),
        scan,
        replaced: sheet.replaced,
        form: None,
        tools: tools(&t, look, &link),
        leaves: leaves(&t, sheets, place, pages, look, &link),
    })
}

/// `Page 2 of 3: Medical document`.
pub fn title(visit: &Visit, sheet: &Sheet, page: u32, pages: u32) -> String {
    let document = document_name(visit.state.office.texts(), visit.lang, sheet.document);
    let args = [("page", page.to_string()), ("pages", pages.to_string()), ("document", document)];
    visit.t().all("sheet-title", &args)
}

fn tools(t: &T, look: Look, link: &impl Fn(Look) -> String) -> Vec<Tool> {
    let tool = |key: &str, look: Look| Tool { url: link(look), words: t.s(key) };
    let smaller = ZOOMS.iter().rev().find(|zoom| **zoom < look.zoom);
    let larger = ZOOMS.iter().find(|zoom| **zoom > look.zoom);
    let zoomed = |key: &str, zoom: Option<&u32>| zoom.map(|zoom| tool(key, Look { zoom: *zoom, ..look }));
    zoomed("sheet-smaller", smaller)
        .into_iter()
        .chain(zoomed("sheet-larger", larger))
        .chain([tool("sheet-turn", Look { turn: look.turn.next(), ..look })])
        .collect()
}

fn leaves(t: &T, sheets: &[Sheet], place: usize, pages: u32, look: Look, link: &impl Fn(Look) -> String) -> Vec<Tool> {
    let to = |key: &str, at: PaperPage| Tool { url: link(Look { at, turn: Turn::None, ..look }), words: t.s(key) };
    let page = |key: &str, page: u32| to(key, PaperPage { page, ..look.at });
    let file = |key: &str, sheet: &Sheet| to(key, PaperPage { file: sheet.file, page: 1 });
    let mut leaves = vec![];
    if look.at.page > 1 {
        leaves.push(page("sheet-previous", look.at.page - 1));
    }
    if look.at.page < pages {
        leaves.push(page("sheet-next", look.at.page + 1));
    }
    leaves.extend(place.checked_sub(1).and_then(|at| sheets.get(at)).map(|own| file("sheet-previous-document", own)));
    leaves.extend(sheets.get(place + 1).map(|own| file("sheet-next-document", own)));
    leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_ask_for_more_than_is_drawn() {
        assert_eq!(
            [None, Some("x"), Some("1"), Some("1201"), Some("99999999")].map(width_of),
            [1200, 1200, 1200, 2000, 3200]
        );
        assert_eq!(
            ["0", "90", "270", "45", "-90", ""].map(|text| turn_of(Some(text)).degrees()),
            [0, 90, 270, 0, 0, 0]
        );
        let at = PaperPage { file: "01a207a2-4334-7aab-85fb-6a02403964e1".parse().unwrap(), page: 2 };
        assert_eq!(parse(&name_of(at)), Some(at));
        let look = Look::new(at, Some("200"), Some("270"));
        assert_eq!(parse_look(&look_name(look)), Some(look));
        for (zoom, width) in [(None, 1200), (Some("400"), 3200), (Some("150"), 2000), (Some("5000"), 1200)] {
            assert_eq!(Look::new(at, zoom, None).wanted().width_pixels, width, "{zoom:?}");
        }
        for bad in ["", "x.1", "01a207a2-4334-7aab-85fb-6a02403964e1", "01a207a2-4334-7aab-85fb-6a02403964e1.x"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
