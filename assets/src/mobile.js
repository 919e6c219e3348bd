// What has become of a signing by phone: asks the page itself every few seconds, while it is looked at and the code works, and leads on
// when the state has changed. Without this script "Check again" does the same. The server's page is the only source of what is said.
const ASK_EVERY_MS = 3_000;
const LOST_AFTER = 3;

const panel = document.querySelector("[data-mobile]");
const status = panel?.querySelector("[data-mobile-said]");
const ENDS_AT = performance.now() + Number(panel?.dataset.seconds ?? 0) * 1_000;
let stage = panel?.dataset.stage;
let lost = 0;
let timer;

const isOpen = () => stage === "waiting" || stage === "fetched";

// Said once, so that nobody hears the same thing again and again.
function say(words) {
  if (status.textContent !== words) status.textContent = words;
}

async function ask() {
  const answer = await fetch(location.href, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  // The request was sent, or the session ended: the page that stands there now is shown.
  if (answer.redirected) { location.assign(answer.url); return; }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-mobile]");
  stage = fresh?.dataset.stage;
  if (isOpen()) say(fresh.querySelector("[data-mobile-said]").textContent);
  else location.reload();
}

async function round() {
  try {
    await ask();
    lost = 0;
  } catch {
    lost += 1;
    if (lost >= LOST_AFTER) say(panel.querySelector("[data-mobile-lost]").content.textContent);
  }
  plan();
}

// One question at a time; none while the page is hidden. The last one comes when the code has ended, to hear that it has.
function plan() {
  clearTimeout(timer);
  if (!isOpen() || document.hidden || performance.now() > ENDS_AT + 2 * ASK_EVERY_MS) return;
  timer = setTimeout(round, ASK_EVERY_MS);
}

if (panel && isOpen()) {
  document.addEventListener("visibilitychange", () => { if (document.hidden) clearTimeout(timer); else if (isOpen()) round(); });
  plan();
}
