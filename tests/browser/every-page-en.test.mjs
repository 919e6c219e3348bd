// Every address of the product in English (every-page.mjs).
import { everyPage } from "./every-page.mjs";

everyPage("en");
