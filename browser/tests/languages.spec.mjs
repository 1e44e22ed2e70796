// Every page in every language, every word of it.
import { expect, test } from "@playwright/test";
import { explainCase, lead, openAll, picture } from "./steps.mjs";

const PAGES = ["/", "/numbers", "/learn", "/medicines", "/about"];
const ENGLISH = /\b(the|and|your|with|which|what|this|that|have|from)\b/gi;

/** The words of the page that are marked as of its own language. */
const ownWords = (page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    const lang = document.documentElement.lang;
    copy.querySelectorAll("[lang], script, style, code, .report").forEach((part) => {
      if (part.lang !== lang) part.remove();
    });
    return copy.textContent;
  });

for (const path of PAGES) {
  test(`${path} in Spanish has no English words`, async ({ page }) => {
    await page.goto(`/es${path}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    const words = await ownWords(page);
    expect(words.match(ENGLISH) ?? []).toEqual([]);
    expect(words).not.toMatch(/ --[a-z]|her2 (learn|drugs|monitor|plan)\b/);
  });
}

for (const name of ["positive-3plus.txt", "narrative-2plus-fish.txt", "pending.txt", "synoptic-2025-ultralow.txt"]) {
  test(`${name} in Spanish, all parts`, async ({ page }) => {
    await explainCase(page, name, "/es/");
    await openAll(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    const words = await ownWords(page);
    expect(words.match(ENGLISH) ?? []).toEqual([]);
    expect(words).not.toMatch(/ --[a-z]/);
    await picture(page, `patient-es-${name.replace(".txt", "")}`);
  });
}

test("the language changes and the record stays", async ({ page }) => {
  await explainCase(page, "positive-3plus.txt");
  await page.locator("button.lang[lang=es]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(lead(page)).toContainText("HER2 positivo");
  await page.locator("button.lang[lang=en]").click();
  await expect(lead(page)).toContainText("HER2-positive");
});

test("Spanish says that no clinician has reviewed it", async ({ page }) => {
  await page.goto("/es/");
  await expect(page.locator("footer")).toContainText("revisad");
});
