// What a visitor does, in one place.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { report, root } from "../program.mjs";

export const LANGUAGES = {
  en: { at: "/", explain: "Explain my report", paste: "Paste the report here", numbers: "/numbers", clinician: "For my clinician" },
  es: { at: "/es/", numbers: "/es/numbers" },
};

/** Pastes a report and asks for its explanation. */
export async function explain(page, text, at = "/") {
  await page.goto(at);
  await page.locator("#report").fill(text);
  await page.locator("form#give button.primary").click();
  await expect(page.locator("main h1")).toBeVisible();
}

/** Explains an invented report of `cases/reports`. */
export const explainCase = (page, name, at) => explain(page, report(name), at);

/** The first sentence of the page. */
export const lead = (page) => page.locator("main .lead").first();

/** Opens every part of the page. */
export const openAll = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));

/** No violation of the rules of WCAG 2.2 A and AA nor of good practice, in this state of the page. */
export async function accessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.map((found) => `${found.id}: ${found.help}\n  ${found.nodes.map((node) => node.html).join("\n  ")}`);
  expect(told, told.join("\n")).toEqual([]);
}

/** Nothing wider than the window. */
export async function fits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

/** A picture of the page, kept beside the results. */
export async function picture(page, name) {
  const folder = process.env.HER2_PICTURES ?? join(root, "browser", "pictures");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
