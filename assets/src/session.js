// Says five minutes before a session ends that it ends, with a button to stay (WCAG 2.2.1). Quiet: a line at the top that takes no focus.
// Without this script nothing is lost either: what is sent after the end is kept and comes back after signing in.
const WARN_MS = 5 * 60_000;
const LOOK_EVERY_MS = 5_000;
// A screen reader hears words that come into a line which is there already.
const SPEAK_AFTER_MS = 100;

export function watchSession(box) {
  const said = box.querySelector("[role=status]");
  const form = box.querySelector("form");
  let ends, canStay, shown, before;

  const begin = (seconds) => {
    ends = Date.now() + seconds * 1_000;
    // A session that has just been seen and still ends soon cannot be made longer.
    canStay = seconds * 1_000 > WARN_MS;
    look();
  };
  const look = () => {
    const left = ends - Date.now();
    const state = left <= 0 ? "ended" : left > WARN_MS ? "" : canStay ? "soon" : "last";
    if (state === shown) return;
    shown = state;
    box.hidden = state === "";
    form.hidden = state !== "soon";
    said.textContent = "";
    setTimeout(() => { said.textContent = box.dataset[shown] ?? ""; }, SPEAK_AFTER_MS);
  };

  box.addEventListener("focusin", ({ relatedTarget }) => { if (relatedTarget && !box.contains(relatedTarget)) before = relatedTarget; });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form));
    body.set("script", "1");
    try {
      const answer = await fetch(form.action, { method: "POST", body, redirect: "error" });
      if (!answer.ok) throw new Error(String(answer.status));
      const { seconds } = await answer.json();
      before?.focus();
      begin(seconds);
    } catch {
      // No line, or signed out elsewhere: the time goes on as it was, and its end is said when it comes.
      look();
    }
  });
  begin(Number(box.dataset.session));
  setInterval(look, LOOK_EVERY_MS);
}
