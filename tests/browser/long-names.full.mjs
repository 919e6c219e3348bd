// Every address in every language with the longest names and places that a form takes, without a place to break a line. Full run only.
import { everyPage } from "./every-page.mjs";
import { ANSWERS } from "./journey.mjs";

// As `NAME_CHARS_MAX` of the domain: 128. The surnames differ, so kinship is asked for.
const name = (letters) => letters.repeat(128).slice(0, 128).replace(/^./u, (first) => first.toUpperCase());
const text = (letters, most) => letters.repeat(most).slice(0, most);

const answers = {
  ...ANSWERS,
  you: { ...ANSWERS.you, "address-line1": text("Donaudampfschifffahrtsstraße", 120), "address-city": text("Llanfairpwllgwyngyll", 80), email: `${text("aigerim", 60)}@example.org` },
  person: {
    ...ANSWERS.person, "deceased-surname": name("ұзақтегі"), "deceased-given": name("ұзақесім"), "deceased-patronymic": name("ұзақәкесі"),
    "deceased-birth-place": text("Ұзақжер", 120), "deceased-residence": text("Wohnortstraße", 200), "surrendered-document": text("ЖекеКуәлік", 120),
  },
  documents: { ...ANSWERS.documents, "kinship-enclosed": "no" },
  death: { ...ANSWERS.death, "death-place": text("Krankenhaus", 160), "medical-issued-by": text("Universitätsklinikum", 200), "medical-number": text("T4711", 60) },
};
const applicant = { "identity-surname": name("сынақова"), "identity-given": name("әсем") };

for (const lang of ["kk", "ru", "en"]) everyPage(lang, { answers, applicant, set: "long names" });
