// Every address of the product in Kazakh (every-page.mjs).
import { everyPage } from "./every-page.mjs";

everyPage("kk");
