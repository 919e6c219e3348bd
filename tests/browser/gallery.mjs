// One page with every component of assets/src in the markup the templates use, and a server for it and for assets/dist.
// Here so that the look is checked without the product. Never shipped; its texts are samples.
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const DIST = path.join(import.meta.dirname, "../../assets/dist");
const TYPES = { ".css": "text/css", ".js": "text/javascript", ".woff2": "font/woff2", ".json": "application/json" };
export const manifest = () => JSON.parse(fs.readFileSync(path.join(DIST, "manifest.json"), "utf8"));

// The product's policy with the two local programs added; styles and scripts come from files only.
const CSP = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; connect-src 'self' ws://127.0.0.1:* wss://127.0.0.1:13579 https://127.0.0.1:24680";

// Serves `pages` (path -> HTML) and the built assets on a free port of loopback; `posted` gets every posted body.
export async function serve(pages, posted = []) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    if (request.method === "POST") {
      let body = "";
      request.on("data", (d) => { body += d; });
      request.on("end", () => { posted.push(body); response.setHeader("content-type", "text/html; charset=utf-8"); response.end(page("Sent", "<h1>Sent</h1>")); });
      return;
    }
    if (pages[pathname] !== undefined) {
      const [type, body] = Buffer.isBuffer(pages[pathname]) ? ["application/pdf", pages[pathname]] : ["text/html; charset=utf-8", pages[pathname]];
      response.writeHead(200, { "content-type": type, "content-security-policy": CSP });
      response.end(body);
      return;
    }
    const file = path.join(DIST, path.normalize(pathname.replace("/assets/", "/")));
    if (!pathname.startsWith("/assets/") || !fs.existsSync(file)) { response.writeHead(404).end(); return; }
    response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    response.end(fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  return { port, baseURL: `http://127.0.0.1:${port}`, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}

export function page(title, main, { lang = "en", scripts = ["app.js"], wide = false } = {}) {
  const files = manifest();
  const script = scripts.map((s) => `<script type="module" src="/assets/${files[s].file}"></script>`).join("");
  const width = wide ? "govuk-width-container app-wide" : "govuk-width-container";
  return `<!doctype html><html lang="${lang}" class="govuk-template"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="/assets/${files["app.css"].file}"></head>
<body class="govuk-template__body"><a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Skip to content</a>
<header class="app-header"><div class="${width} app-header__inner"><a class="app-header__name" href="/">Consular registration</a>
<nav aria-label="Language"><ul class="app-language"><li><a class="govuk-link app-language__link" lang="kk" href="#kk">Қазақша</a></li><li><a class="govuk-link app-language__link" lang="ru" href="#ru">Русский</a></li><li><a class="govuk-link app-language__link" lang="en" href="#en" aria-current="true">English</a></li></ul></nav>
<ul class="app-account"><li><button class="app-button-link app-account__link" type="button">Save and leave</button></li></ul></div></header>
<section class="app-test-banner" aria-label="Test"><div class="${width}"><p>Test: nothing here is real</p></div></section>
<div class="${width}"><p class="app-print-title">DR-26-7K4F-Q</p><nav aria-label="Back"><a href="#back" class="govuk-back-link">Back</a></nav><main class="govuk-main-wrapper" id="main">${main}</main></div>
<footer class="app-footer"><div class="${width}"><ul class="app-footer__list"><li><a class="govuk-link" href="#about">About</a></li></ul></div></footer>${script}</body></html>`;
}

export const form = `<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">Жауаптарды тексеріңіз</h2><div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#n">Қайтыс болған адамның атын жазыңыз</a></li></ul></div></div></div>
<span class="govuk-caption-l">2 / 6</span><h1 class="govuk-heading-l">Қайтыс болған адамның тегі, аты, әкесінің аты</h1>
<form method="post" novalidate><div class="govuk-form-group govuk-form-group--error"><label class="govuk-label" for="n">Аты</label><div class="govuk-hint" id="h">Паспорттағыдай</div><p class="govuk-error-message" id="e">Аты-жөнін жазыңыз</p><input class="govuk-input govuk-input--error" id="n" name="n" aria-describedby="h e"></div>
<div class="govuk-form-group"><fieldset class="govuk-fieldset" aria-describedby="dh"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">When was the person born?</legend><div class="govuk-hint" id="dh">For example, 24 11 1952</div><div class="govuk-date-input">
${["Day", "Month", "Year"].map((l, i) => `<div class="govuk-date-input__item"><label class="govuk-label govuk-date-input__label" for="d${i}">${l}</label><input class="govuk-input govuk-date-input__input govuk-input--width-${i === 2 ? 4 : 2}" id="d${i}" name="d${i}" inputmode="numeric"></div>`).join("")}</div></fieldset></div>
<div class="govuk-form-group"><fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend">Which paper?</legend><div class="govuk-radios" data-module="govuk-radios"><div class="govuk-radios__item"><input class="govuk-radios__input" id="r1" name="r" type="radio"><label class="govuk-label govuk-radios__label" for="r1">Medical document</label></div><div class="govuk-radios__item"><input class="govuk-radios__input" id="r2" name="r" type="radio"><label class="govuk-label govuk-radios__label" for="r2">Court decision</label></div></div></fieldset></div>
<div class="govuk-form-group"><div class="govuk-checkboxes" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="c" name="c" type="checkbox"><label class="govuk-label govuk-checkboxes__label" for="c">I agree</label></div></div></div>
<div class="govuk-form-group"><label class="govuk-label" for="s">Country</label><select class="govuk-select" id="s" name="s"><option>Германия</option></select></div>
<div class="govuk-form-group"><label class="govuk-label" for="f">Upload page 1</label><input class="govuk-file-upload" id="f" name="f" type="file"></div>
<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Kazakh letters</span></summary><div class="govuk-details__text"><ul class="app-letters"><li>Ә</li><li>Ғ</li><li>Қ</li></ul></div></details>
<button class="govuk-button" data-module="govuk-button">Жалғастыру</button> <button class="govuk-button govuk-button--secondary" data-module="govuk-button">Save</button> <button class="govuk-button govuk-button--warning" data-module="govuk-button">Withdraw</button></form></div></div>`;

export const record = `<h1 class="govuk-heading-l">Being checked</h1>
<div class="app-next"><p class="govuk-body">The embassy must decide by <strong>18:00 on Tue 24 November (Berlin time)</strong>.</p></div>
<div class="app-next app-next--attention"><p class="govuk-body">We need something from you.</p></div>
<ol class="app-progress">${["Sent", "Registered", "Checked", "Decision", "Collected"].map((s, i) => `<li class="app-progress__step${i < 2 ? " app-progress__step--done" : ""}"${i === 2 ? ' aria-current="step"' : ""}>${s}${i < 2 ? '<span class="govuk-visually-hidden">: done</span>' : ""}</li>`).join("")}</ol>
<ol class="app-timeline"><li class="app-timeline__item"><p class="app-timeline__title">Registered</p><p class="app-timeline__meta">24 November 2026, 10:30 (Berlin time)</p></li><li class="app-timeline__item"><p class="app-timeline__title">Sent</p><p class="app-timeline__meta">23 November 2026</p></li></ol>
<div class="govuk-summary-card"><div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title">The person who died</h2><ul class="govuk-summary-card__actions"><li class="govuk-summary-card__action"><a class="govuk-link" href="#change">Change<span class="govuk-visually-hidden"> the person</span></a></li></ul></div><div class="govuk-summary-card__content"><dl class="govuk-summary-list"><div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">IIN</dt><dd class="govuk-summary-list__value app-number">••••••••0012</dd></div></dl></div></div>
<div class="govuk-panel govuk-panel--confirmation"><h2 class="govuk-panel__title">Application sent</h2><div class="govuk-panel__body">DR-26-7K4F-Q</div></div>
<ul class="govuk-task-list"><li class="govuk-task-list__item govuk-task-list__item--with-link"><div class="govuk-task-list__name-and-hint"><a class="govuk-link govuk-task-list__link" href="#you" aria-describedby="t1">You</a></div><div class="govuk-task-list__status" id="t1"><strong class="govuk-tag govuk-tag--teal">In progress</strong></div></li></ul>
${["green", "red", "yellow", "purple", "grey", "teal", "blue"].map((c) => `<strong class="govuk-tag govuk-tag--${c}">${c}</strong> `).join("")}
<div class="app-card"><p class="app-card__title">Embassy in Berlin</p><p class="govuk-body">Nordendstraße 14–17</p></div><p class="app-hash">sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</p>
<div class="govuk-inset-text">You can stop and return.</div><div class="app-help"><h2 class="govuk-heading-m">Help</h2><p class="govuk-body">+49 30 1234567</p></div>`;

export const desk = `<h1 class="govuk-heading-l">Queue</h1><div class="app-scroll" role="region" aria-labelledby="q" tabindex="0"><table class="app-queue app-stack"><caption class="govuk-visually-hidden" id="q">Open applications by due time</caption><thead><tr><th scope="col">Reference</th><th scope="col">Person who died</th><th scope="col">Applicant</th><th scope="col">Received</th><th scope="col" aria-sort="ascending">Due</th></tr></thead><tbody>
<tr><th scope="row" class="app-queue__reference"><a class="govuk-link" href="#1">DR-26-7K4F-Q</a></th><td data-label="Person who died">ӘБДІҒАЛИЕВ Құрманғазы Өмірұлы</td><td data-label="Applicant">ИВАНОВА Анна</td><td data-label="Received">23.11.2026 10:00</td><td data-label="Due"><span class="app-due app-due--overdue">Overdue 2 h</span></td></tr>
<tr><th scope="row" class="app-queue__reference"><a class="govuk-link" href="#2">DR-26-7K4F-R</a></th><td data-label="Person who died">СЕРІКҰЛЫ Ержан</td><td data-label="Applicant">СЕРІКҰЛЫ Айдос</td><td data-label="Received">23.11.2026 11:00</td><td data-label="Due"><span class="app-due app-due--soon">Due in 3 h</span></td></tr></tbody></table></div>
<dl class="app-identity"><div><dt>Reference</dt><dd>DR-26-7K4F-Q</dd></div><div><dt>Due</dt><dd>18:00</dd></div></dl>
<div class="app-case"><section aria-label="Answers"><p class="govuk-body">Answers</p><ul class="app-checks"><li class="app-checks__item">Signature: valid</li></ul></section><section aria-label="Documents"><p class="app-note">Internal note</p><div class="app-letter">Letter</div></section></div>
<div class="app-actions"><a class="govuk-button" role="button" href="#g">Grant</a><a class="govuk-button govuk-button--secondary" role="button" href="#r">Refuse</a></div>`;
