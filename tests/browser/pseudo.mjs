// A language that nobody speaks, made from the English sentences: every letter bears an accent, every sentence stands in ‹brackets› and is
// longer by two fifths. On a page in it, words outside brackets are written into a template or into Rust and can never be translated.
// Only `serve --demo --texts` takes it. Must never be laid among the locales.
import fs from "node:fs";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "../..");
const ACCENTS = { a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý", c: "ç", n: "ñ", A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú", Y: "Ý", C: "Ç", N: "Ñ" };
// What a letter or a paper says is measured and laid out for real sentences: an SMS has its segments.
const AS_LONG_AS_IT_IS = /^(?:letter|paper|certificate|sms)-/;

const accented = (text) => text.replace(/[aeiouycn]/gi, (letter) => ACCENTS[letter] ?? letter);

// The value of a message with accents on its words: placeables, literals and the keys of variants stay as they are.
function words(value) {
  const said = /\{"\{"\}\w+\{"\}"\}|\{\s*"[^"]*"\s*\}|\{\s*\$\w+\s*\}|\{\s*\$\w+\s*->|^\s*\*?\[[\w-]+\]|^\s*\}/gm;
  let out = "";
  let at = 0;
  for (const kept of value.matchAll(said)) {
    out += accented(value.slice(at, kept.index)) + kept[0];
    at = kept.index + kept[0].length;
  }
  return out + accented(value.slice(at));
}

function longer(key, value) {
  const letters = value.replace(/\{[^}]*\}/g, "").length;
  return AS_LONG_AS_IT_IS.test(key) ? "" : ` ${"òooo ".repeat(Math.ceil((letters * 0.4) / 5))}`.trimEnd();
}

function pseudo(source) {
  return source.replace(/^([a-z][\w-]*) =((?:.*)(?:\n(?:[ \t]+.*|\}.*|(?=\n+[ \t])))*)/gm, (_, key, value) => {
    const [, before, said] = /^(\s*)([\s\S]*?)\s*$/.exec(value);
    // An address in a letter stands alone, also apart from a bracket.
    const blank = key.startsWith("letter-") ? " " : "";
    return `${key} =${before}‹${blank}${words(said)}${longer(key, said)}${blank}›`;
  });
}

// Writes kk and ru as they are and the language of nobody in the place of en; gives the folder.
export function pseudoTexts(out) {
  for (const lang of ["kk", "ru", "en"]) {
    fs.mkdirSync(path.join(out, lang), { recursive: true });
    for (const name of fs.readdirSync(path.join(ROOT, "locales", lang))) {
      const source = fs.readFileSync(path.join(ROOT, "locales", lang, name), "utf8");
      fs.writeFileSync(path.join(out, lang, name), lang === "en" ? pseudo(source) : source);
    }
  }
  return out;
}

const read = (...parts) => fs.readFileSync(path.join(ROOT, ...parts), "utf8");

// The cells of a line of CSV, in which a cell may be quoted.
const cells = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, "").replaceAll('""', '"').trim());

// What registers, the service and the library of signatures say in English has a source or a rule and its own three languages; the people of
// the demonstration have names and posts.
function registered() {
  const said = new Set(Object.values(JSON.parse(read("assets/dist/countries.json"))).map((one) => one.en));
  for (const name of fs.readdirSync(path.join(ROOT, "registers")).filter((one) => one.endsWith(".csv"))) {
    const [head, ...lines] = read("registers", name).split("\n").map(cells);
    for (const line of lines) for (const [at, cell] of line.entries()) if (/^(?:.*_en|en|zone|address|phone|.*_hours)$/.test(head[at] ?? "")) said.add(cell);
  }
  for (const name of fs.readdirSync(path.join(ROOT, "services"), { recursive: true }).filter((one) => one.endsWith(".toml"))) {
    for (const [, one] of read("services", name).matchAll(/^en = "((?:[^"\\\n]|\\.)*)"/gm)) said.add(one.replaceAll('\\"', '"'));
  }
  // The consent's words stand under keys of their own; a change of them is shown with its lines in all three languages.
  for (const [, key, one] of read("services/death-abroad/consent.toml").matchAll(/^(\w+) = "((?:[^"\\\n]|\\.)*)"/gm)) said.add(`${key} =`).add(one.replaceAll('\\"', '"')).add(one);
  for (const lang of ["kk", "ru", "en"]) said.add(`[text.${lang}]`);
  said.add("[[text]]");
  for (const [, code, sentence] of read("docs/findings.md").matchAll(/^\| `(\w+)` \|[^|]*\|[^|]*\|([^|]*)\|/gm)) said.add(code).add(sentence.trim());
  for (const [, one] of read("lib/eds/src/subject.rs").matchAll(/"([A-Za-z][^"\n]*)"/g)) said.add(one);
  for (const [, one] of read("crates/elshi/src/demo.rs").matchAll(/"([^"\n]+)"/g)) said.add(one);
  return [...said].filter((one) => /\p{L}{2}/u.test(one)).map((one) => one.replace(/\s+/g, " ")).sort((a, b) => b.length - a.length);
}

export const REGISTERED = registered();

// The words on the page that no sentence of the locales said: of the texts, the title and the attributes a person hears or sees.
// `known` is data: what people typed, and the registers.
export function hardCoded(page, known) {
  return page.evaluate(([data, patterns]) => {
    const escaped = (one) => one.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const rest = (text) => {
      let left = text.replace(/\s+/g, " ");
      for (const pattern of patterns) left = left.replace(new RegExp(pattern, "gu"), " ");
      for (const one of data) if (left.includes(one)) left = left.replace(new RegExp(`(?<!\\p{L})${escaped(one)}(?!\\p{L})`, "gu"), " ");
      return /\p{L}{2}/u.test(left) ? left.trim() : "";
    };
    const found = [];
    const note = (where, text) => { const left = rest(text); if (left) found.push(`${where}: "${left.slice(0, 100)}"`); };
    const foreign = (e) => { const own = e.closest("[lang]"); return own !== document.documentElement && own !== null; };
    // Attributes stand alone; texts of the page run on, since a sentence may hold a link.
    const outside = (text) => { let before; let left = text; do { before = left; left = left.replace(/‹[^‹›]*›/g, " "); } while (left !== before); return left; };
    note("title", outside(document.title));
    for (const e of document.querySelectorAll("body *")) {
      if (foreign(e)) continue;
      for (const name of ["title", "aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "placeholder", "label"]) {
        if (e.hasAttribute(name)) note(`${e.tagName.toLowerCase()} ${name}`, outside(e.getAttribute(name)));
      }
    }
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let depth = 0;
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const e = node.parentElement;
      if (e.closest("script, style, noscript, template, textarea") || foreign(e)) continue;
      let said = "";
      for (const sign of node.data) {
        if (sign === "‹") depth += 1;
        else if (sign === "›") { depth -= 1; said += " "; } else if (depth === 0) said += sign;
        if (depth < 0) { found.push(`a bracket that nothing opened: "${node.data.trim().slice(0, 100)}"`); depth = 0; }
      }
      note(`${e.tagName.toLowerCase()}.${e.className}`, said);
    }
    if (depth > 0) found.push("a bracket that nothing closed");
    return [...new Set(found)];
  }, [[...known, ...REGISTERED].sort((a, b) => b.length - a.length), PATTERNS]);
}

// Data by its form: references, addresses, hashes, numbers of papers, files, countries by code, keys of the simulated phone, columns of a register; names of standards.
const PATTERNS = [
  "\\b[A-Z]{2}-\\d\\d-[0-9A-Z-]+", "\\b[A-Z]{2} ?\\d{6,7}\\b", "\\S+@\\S+\\.\\w+", "(?:https?|otpauth|mobileSign)://?\\S+", "127\\.0\\.0\\.1:\\d+", "\\b[0-9a-f]{8,}\\b",
  "\\b[0-9A-Z]{16,}\\b", "\\b[0-9a-z]{20}\\b", "(?:second |[\\w./-]*/)?[\\w-]+(?:\\.(?:kk|ru|en))?\\.(?:pdf|png|jpe?g|cms|csv|txt|ics|json|p7s|toml|ftl)\\b", "/tmp/\\S+", "^\\s*(?:[A-Z]{2}|applicant\\d|expired|revoked|head|officer|date|mission|note|source|verified|yes)\\s*$", "\\byes\\b", "-----BEGIN [\\s\\S]*-----",
  "\\b(?:PDF|UTC|SHA-256|SMS|SMTP|HTTP|EDS|IIN|CSV|Elshi|NCALayer|eGov Mobile)\\b", "ГОСТ Р? ?[\\d.-]+(?: \\(\\d+\\))?",
];
