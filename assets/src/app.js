// Enhancements of pages that work without any script: focus on the error summary, a guard against a second press of a
// button, a drop zone for files, revealing answers of radios, a word before a session ends. Never carries a rule of the service: the server decides everything.
import { createAll, Button, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, Radios } from "govuk-frontend";
import { watchSession } from "./session.js";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");

// govuk-frontend writes aria-expanded on radios and checkboxes, where ARIA 1.2 does not allow it: their own state says whether the
// questions below are open, and aria-controls names them.
const quiet = (Choice) => class extends Choice {
  syncConditionalRevealWithInputState(input) {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute("aria-expanded");
  }
};

// FileUpload speaks English unless told otherwise: its texts come from the data-i18n.* attributes written by the server.
for (const component of [Button, quiet(Checkboxes), ErrorSummary, FileUpload, NotificationBanner, quiet(Radios)]) createAll(component);

for (const box of document.querySelectorAll("[data-session]")) watchSession(box);
