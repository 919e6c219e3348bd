//! A person with a browser: opens pages, follows links, fills in forms. Cookies, redirects and the headers of a form are a browser's.

use super::form::Form;
use super::page::Page;
use super::server::Server;
use reqwest::Method;
use reqwest::blocking::{Client, RequestBuilder, Response, multipart};
use reqwest::cookie::{CookieStore, Jar};
use std::sync::Arc;
use std::time::Duration;

/// Longest wait for a page.
const PAGE_SECONDS_MAX: u64 = 120;

/// A person with a browser.
pub struct Person {
    client: Client,
    jar: Arc<Jar>,
    base: String,
    /// The language they read: `kk`, `ru` or `en`.
    pub lang: &'static str,
}

/// A file to be chosen in a form.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Its name on the person's device.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Chosen {
    /// A file.
    pub fn new(name: &str, bytes: impl Into<Vec<u8>>) -> Chosen {
        Chosen { name: name.to_owned(), bytes: bytes.into() }
    }
}

impl Person {
    /// Somebody who opens their browser.
    pub fn of(server: &Server, lang: &'static str) -> Person {
        let jar = Arc::new(Jar::default());
        let client = Client::builder()
            .cookie_provider(jar.clone())
            .timeout(Duration::from_secs(PAGE_SECONDS_MAX))
            .no_proxy()
            .build()
            .unwrap();
        Person { client, jar, base: server.base(), lang }
    }

    /// The same person and browser after the server came back at another port.
    pub fn find_again(&mut self, server: &Server) {
        self.base = server.base();
    }

    /// Opens a page of their language: `/services`.
    pub fn open(&self, path: &str) -> Page {
        self.get(&format!("/{}{path}", self.lang))
    }

    /// Opens an address as it is.
    pub fn get(&self, address: &str) -> Page {
        self.try_get(address).unwrap_or_else(|error| panic!("{address}: {error}"))
    }

    /// Opens an address that may not answer.
    pub fn try_get(&self, address: &str) -> Result<Page, reqwest::Error> {
        page(self.client.get(self.address(address)).send()?)
    }

    /// Follows the first link whose address contains `part`.
    pub fn follow(&self, page: &Page, part: &str) -> Page {
        self.get(&page.link(part))
    }

    /// Fills in the form that has all these fields and presses its first button.
    pub fn send(&self, page: &Page, fields: &[(&str, &str)]) -> Page {
        self.send_by(page, fields, "")
    }

    /// The same with the button of this value.
    pub fn send_by(&self, page: &Page, fields: &[(&str, &str)], button: &str) -> Page {
        let names: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
        self.submit(page, &page.form(&names).fill_all(fields).press(button))
    }

    /// Presses the button of this value, wherever it stands.
    pub fn press(&self, page: &Page, button: &str) -> Page {
        let form = page.forms().into_iter().find(|form| form.buttons.iter().any(|(_, own)| own == button));
        let form = form.unwrap_or_else(|| panic!("{} has no button {button:?}: {}", page.path, page.text()));
        self.submit(page, &form.press(button))
    }

    /// Chooses a file in the form with a file and sends it.
    pub fn send_file(&self, page: &Page, file: &Chosen) -> Page {
        self.try_send_file(page, file).unwrap_or_else(|error| panic!("{}: {error}", page.path))
    }

    /// The same against a server that may not answer.
    pub fn try_send_file(&self, page: &Page, file: &Chosen) -> Result<Page, reqwest::Error> {
        let form = page.forms().into_iter().find(|form| form.with_files);
        let form = form.unwrap_or_else(|| panic!("{} takes no file: {}", page.path, page.text()));
        self.try_submit(page, &form.press(""), Some(file))
    }

    /// Sends a form as it is.
    pub fn submit(&self, page: &Page, form: &Form) -> Page {
        self.try_submit(page, form, None).unwrap_or_else(|error| panic!("{}: {error}", page.path))
    }

    /// Sends a form as it is, with a file.
    pub fn submit_with(&self, page: &Page, form: &Form, file: &Chosen) -> Page {
        self.try_submit(page, form, Some(file)).unwrap_or_else(|error| panic!("{}: {error}", page.path))
    }

    fn try_submit(&self, from: &Page, form: &Form, file: Option<&Chosen>) -> Result<Page, reqwest::Error> {
        let action = if form.action.is_empty() { &from.path } else { &form.action };
        if form.asks {
            let address = reqwest::Url::parse_with_params(&self.address(action), &form.pairs).unwrap();
            return page(self.client.get(address).send()?);
        }
        let request = self.post(action);
        if !form.with_files {
            return page(request.form(&form.pairs).send()?);
        }
        let mut parts = multipart::Form::new();
        for (name, value) in &form.pairs {
            parts = parts.text(name.clone(), value.clone());
        }
        for field in &form.files {
            let chosen = file.cloned().unwrap_or_else(|| Chosen::new("", vec![]));
            parts = parts.part(field.clone(), multipart::Part::bytes(chosen.bytes).file_name(chosen.name));
        }
        page(request.multipart(parts).send()?)
    }

    /// A form posted past the pages, with whatever body.
    pub fn post(&self, address: &str) -> RequestBuilder {
        self.request(Method::POST, address)
    }

    /// Anything that a script on one of our pages can send.
    pub fn request(&self, method: Method, address: &str) -> RequestBuilder {
        let request = self.client.request(method, self.address(address));
        request.header("origin", &self.base).header("sec-fetch-site", "same-origin")
    }

    /// Sends a request made by [`Person::post`].
    pub fn answer_to(&self, request: RequestBuilder) -> Page {
        page(request.send().unwrap()).unwrap()
    }

    /// The line of cookies that their browser would send.
    pub fn cookies(&self) -> String {
        let line = self.jar.cookies(&self.base.parse().unwrap());
        line.and_then(|line| line.to_str().ok().map(str::to_owned)).unwrap_or_default()
    }

    /// Scheme, host and path.
    pub fn whole_address(&self, path: &str) -> String {
        self.address(path)
    }

    fn address(&self, path: &str) -> String {
        assert!(path.starts_with('/'), "{path} leads to another host");
        format!("{}{path}", self.base)
    }
}

fn page(response: Response) -> Result<Page, reqwest::Error> {
    let url = response.url();
    let path = match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    };
    let media_type = response.headers().get("content-type").and_then(|value| value.to_str().ok());
    let media_type = media_type.unwrap_or_default().to_owned();
    let status = response.status().as_u16();
    Ok(Page { status, path, media_type, bytes: response.bytes()?.to_vec() })
}
