// The product's table of addresses, read from the Rust source that the router is built from (crates/web/src/routes.rs and the three
// rooms it names): one entry for each `page(...)`, `upload(...)` or `signing(...)`. Reading source is crude; that nothing was missed is checked by
// counting the handlers named beside the entries.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";

const WEB = path.join(import.meta.dirname, "../../crates/web/src");
const ENTRY = /\b(?:page|upload|upload_page|signing)\(\s*"(\/[^"]*)",\s*(?:(GET_POST|GET|POST),)?/g;

export function routes() {
  return ["routes", "public", "portal", "desk"].flatMap((room) => {
    const [, text] = /: &\[Route\] =\s*&\[([\s\S]*?)\];/.exec(fs.readFileSync(path.join(WEB, `${room}.rs`), "utf8"));
    const found = [...text.matchAll(ENTRY)].map(([, pattern, methods]) => ({ pattern, methods: (methods ?? "GET_POST").split("_") }));
    assert.equal(found.length, (text.match(/\w::\w+,?\s*\)/g) ?? []).length, `${room}.rs: an address was not read`);
    return found;
  });
}

// The entry that an address belongs to: of those that fit, the one with the fewest holes.
export function routeOf(all, pathname) {
  const holes = (route) => (route.pattern.match(/\{/g) ?? []).length;
  const fits = (route) => {
    const [head] = route.pattern.split("{*");
    if (route.pattern.includes("{*")) return pathname.startsWith(head);
    return new RegExp(`^${route.pattern.replace(/\{lang\}/, "(?:kk|ru|en)").replace(/\{\w+\}/g, "[^/]+")}$`).test(pathname);
  };
  return all.filter(fits).sort((a, b) => holes(a) - holes(b))[0];
}
