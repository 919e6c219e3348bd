// A person who has only a keyboard: Tab, Shift+Tab, arrows, Space, Enter and letters. Each stop is looked at: it can be seen, nothing covers it,
// it bears the ring of focus, and it comes after the one before in the order of the page. Must never click or set a value past the keyboard.
import assert from "node:assert/strict";
import { errors, posting } from "./journey.mjs";

// More stops than any page has.
const STOPS_MAX = 400;

// What has the focus, in the words of the page; null for the page itself.
function focused(page) {
  return page.evaluate(() => {
    const own = document.activeElement;
    if (!own || own === document.body || own === document.documentElement) { globalThis.lastStop = undefined; return null; }
    // A ring may stand on what is drawn for the control: the mark of a radio, the label of a file.
    const drawn = [own, own.nextElementSibling, own.labels?.[0], own.closest(".govuk-file-upload-wrapper, label")].filter(Boolean);
    const rings = drawn.flatMap((e) => [getComputedStyle(e), getComputedStyle(e, "::before")]);
    const ringed = rings.some((s) => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) || s.boxShadow !== "none");
    own.scrollIntoView({ block: "nearest" });
    const box = own.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 300) / 2, box.top + Math.min(box.height, 40) / 2];
    const top = document.elementFromPoint(x, y);
    const seen = top !== null && (top === own || own.contains(top) || top.contains(own) || drawn.some((e) => e === top || e.contains(top)));
    const before = globalThis.lastStop;
    const inOrder = !before?.isConnected || before === own || Boolean(before.compareDocumentPosition(own) & Node.DOCUMENT_POSITION_FOLLOWING);
    globalThis.lastStop = own;
    const { tagName, type = "", name = "", value = "", id } = own;
    return { tag: tagName, type, name, value, id, text: (own.innerText ?? "").trim(), href: own.getAttribute("href") ?? "", checked: own.checked === true, size: [box.width, box.height], ringed, seen, inOrder };
  });
}

const told = (stop) => `${stop.tag} ${stop.type} ${stop.name} ${stop.id} "${stop.text.slice(0, 40)}"`;

export class Keys {
  constructor(page) { this.page = page; }

  press(key) { return this.page.keyboard.press(key); }

  // One stop further; null after the last one.
  async tab() {
    await this.press("Tab");
    const stop = await focused(this.page);
    if (stop === null) return null;
    const where = `${this.page.url()}: ${told(stop)}`;
    assert.ok(stop.size[0] > 0 && stop.size[1] > 0, `nothing to see at ${where}`);
    assert.ok(stop.seen, `covered: ${where}`);
    assert.ok(stop.ringed, `no ring of focus: ${where}`);
    assert.ok(stop.inOrder, `out of order: ${where}`);
    return stop;
  }

  // From where the focus is to the first stop that `fits`.
  async to(fits, what) {
    for (let stops = 0; stops < STOPS_MAX; stops += 1) {
      const stop = await this.tab();
      if (stop && fits(stop)) return stop;
      // The end of the page: once more from its beginning.
      if (stop === null && stops > 0 && this.wrapped) break;
      if (stop === null) this.wrapped = true;
    }
    throw new Error(`${this.page.url()}: the keyboard never reaches ${what}`);
  }

  reach(fits, what) { this.wrapped = false; return this.to(fits, what); }

  // Follows a link by Enter; `end` is the end of its address.
  async follow(end) {
    await this.reach((stop) => stop.tag === "A" && end.test(stop.href), `a link to ${end}`);
    await Promise.all([this.page.waitForEvent("framenavigated"), this.press("Enter")]);
    await this.page.waitForLoadState();
  }

  // Answers what the page asks in its own order, then presses its button (the one with `value`); gives the status.
  async answer(answers, value) {
    const left = new Map(Object.entries(answers));
    const isButton = (stop) => stop.tag === "BUTTON" && stop.type === "submit" && (value ? stop.value === value : stop.name !== "lang" && stop.id !== "sign-out" && !/sign-out/.test(stop.name));
    this.wrapped = false;
    while (left.size > 0) {
      const stop = await this.to((own) => left.has(own.name), [...left.keys()].join(", "));
      const wanted = left.get(stop.name);
      left.delete(stop.name);
      await this.give(stop, wanted);
    }
    return this.button(isButton, value ?? "the button");
  }

  async button(fits, what) {
    const inMain = async () => this.page.evaluate(() => Boolean(document.activeElement?.closest("main form")));
    for (let at = await focused(this.page); !(at && fits(at) && (await inMain()));) at = await this.to((own) => fits(own), what);
    return posting(this.page, () => this.press("Enter"));
  }

  async give(stop, wanted) {
    if (stop.type === "radio") {
      for (let turn = 0; turn < 40; turn += 1) {
        const now = await focused(this.page);
        if (now.value === wanted) { if (!now.checked) await this.press("Space"); return; }
        await this.press("ArrowDown");
      }
      throw new Error(`${this.page.url()}: ${stop.name} has no ${wanted}`);
    }
    if (stop.type === "checkbox") { if (!stop.checked) await this.press("Space"); return; }
    if (stop.tag === "SELECT") {
      const label = await this.page.evaluate((own) => [...document.activeElement.options].find((o) => o.value === own)?.text, wanted);
      await this.page.keyboard.type(label ?? wanted);
      for (let turn = 0; turn < 300 && (await focused(this.page)).value !== wanted; turn += 1) await this.press("ArrowDown");
      assert.equal((await focused(this.page)).value, wanted, stop.name);
      return;
    }
    await this.press("Control+A");
    await this.page.keyboard.type(wanted);
  }

  // Chooses a file by the keyboard: Enter or Space on its button opens the system's own window.
  async file(file) {
    const isFile = (stop) => stop.type === "file" || (stop.tag === "BUTTON" && stop.type === "button" && /-input$|upload|file/.test(stop.id));
    let chooser = null;
    // On a busy computer the page may still be making its button when the key comes: a person presses again.
    for (let turn = 0; turn < 3 && chooser === null; turn += 1) {
      const own = await this.reach(isFile, "a file");
      const opened = this.page.waitForEvent("filechooser", { timeout: 10_000 }).catch(() => null);
      await this.press(own.type === "file" ? "Enter" : "Space");
      chooser = await opened;
    }
    assert.ok(chooser, `${this.page.url()}: no window to choose a file`);
    await chooser.setFiles(file);
  }

  // Every control that can be seen is one stop (a group of radios is one), and after the last one the page lets go.
  async walk() {
    await this.page.evaluate(() => { globalThis.lastStop = undefined; document.activeElement?.blur?.(); globalThis.getSelection()?.removeAllRanges(); window.scrollTo(0, 0); });
    const wanted = await this.page.evaluate(() => {
      const all = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")];
      const shown = all.filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0);
      const groups = new Set();
      return shown.filter((e) => e.type !== "radio" || (!groups.has(`${e.form?.id}${e.name}`) && groups.add(`${e.form?.id}${e.name}`))).length;
    });
    // The error summary has the focus when the page comes; start at the very top.
    await this.page.evaluate(() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute("tabindex"); });
    let stops = 0;
    while (stops <= STOPS_MAX && (await this.tab()) !== null) stops += 1;
    assert.ok(stops <= STOPS_MAX, `${this.page.url()} does not let the keyboard go`);
    assert.equal(stops, wanted, `${this.page.url()}: stops of the keyboard and controls that can be seen`);
    await this.page.evaluate(() => { globalThis.lastStop = undefined; });
  }

  // The page came back with its errors: the summary has the focus, its links lead to the fields.
  async mistakes() {
    const at = await this.page.evaluate(() => document.activeElement.className);
    assert.match(at, /govuk-error-summary/, `${this.page.url()}: the summary of errors has no focus: ${await errors(this.page)}`);
    const links = await this.page.locator(".govuk-error-summary a").count();
    assert.ok(links > 0);
    const first = await this.tab();
    assert.match(first.href, /^#/);
    await this.press("Enter");
    assert.equal(`#${(await focused(this.page)).id}`, first.href, "the link of the error leads to its field");
    await this.page.evaluate(() => { globalThis.lastStop = undefined; });
  }
}
