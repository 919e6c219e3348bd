// No sentence is written into a template or into Rust: the tour of every address in a language of nobody (pseudo.mjs) finds nothing outside its
// brackets but data; and though every sentence is longer by two fifths, no page is wider than a phone.
import { everyPage } from "./every-page.mjs";
import { ACTS, ANSWERS } from "./journey.mjs";
import { NARROW, overflowing } from "./lib.mjs";
import { hardCoded, pseudoTexts } from "./pseudo.mjs";

// What people of the tour typed (words, not the values of choices), what stands in their keys, and the keys of the simulated phone.
const TYPED = [
  ...Object.values(ANSWERS).flatMap(Object.values), ...Object.values(ACTS).flatMap(Object.values),
  "Сынақова", "Сынақов", "Synakova", "Әсем", "Үлгі", "СЫНАҚОВА ӘЙГЕРІМ ҮЛГІҚЫЗЫ", "СЫНАҚОВА ӘСЕМ", "СЫНАҚОВА", "СЫНАҚОВ", "ҮЛГІ", "Lindenstraße 7a", "second page",
  "Клиникаға қоңырау шалдым.", "Апостиль екінші бетте.", "Аурухананың жауабын күтеміз.", "Отбасы жоғалтып алған.", "Төлқұжаттың бетін әкеліңіз.", "Қайтыс болу екі рет тіркелген", "Алматы сотының 2026 жылғы 20 қарашадағы № 77 шешімі", "Түгендеу", "stock-taking", "the embassy", "Жеке куәлік", "Оспанов Д.", "Осы құжат па?", "Берлиннен келген барлық істер", "СЕЙІТОВА АЛМА БЕРІКҚЫЗЫ", "Қызметкер құдамыз болады.", "Тексерілді: туыстық жоқ.", "Әбенов М. Т.", "Жұма, сағат 10:00, 3-бөлме", "Аты қате жазылған.", "Үлгібек", "Төлқұжат, 2-бет", "Түсініктірек", "Хатты сақтап қойыңыз.", "Бұл мерзімді заң белгілейді.", "letter-granted-body", "2026-12-28",
  "ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) TESTKIT", "applicant1-rsa", "applicant1-gost2004", "not-yet-valid", "auth-only",
].filter((one) => /\p{L}{2}/u.test(one) && !/^[a-z_]+$/.test(one));

async function examine(page) {
  const viewport = page.viewportSize();
  await page.setViewportSize(NARROW);
  const wide = (await overflowing(page)).map((one) => `wider than ${NARROW.width} px with longer sentences: ${one}`);
  await page.setViewportSize(viewport);
  return [...(await hardCoded(page, TYPED)), ...wide];
}

everyPage("en", { set: "no sentence is hard-coded, and longer ones fit", examine, texts: pseudoTexts });
