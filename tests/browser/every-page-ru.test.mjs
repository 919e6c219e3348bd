// Every address of the product in Russian (every-page.mjs).
import { everyPage } from "./every-page.mjs";

everyPage("ru");
