// No violation that axe-core knows, in any page and state, light and dark; keyboard only; large letters; small windows.
import { expect, test } from "@playwright/test";
import { accessible, explain, explainCase, fits, openAll, picture } from "./steps.mjs";

const PAGES = ["/", "/numbers", "/learn", "/learn/her2", "/medicines", "/medicines/trastuzumab", "/about", "/nowhere"];
const SCHEMES = ["light", "dark"];

for (const scheme of SCHEMES) {
  test.describe(`${scheme} scheme`, () => {
    test.use({ colorScheme: scheme });
    for (const path of [...PAGES, ...PAGES.map((path) => `/es${path}`)]) {
      test(`${path} has no violation`, async ({ page }) => {
        await page.goto(path);
        await accessible(page);
        if (scheme === "dark" && path === "/") await picture(page, "home-dark");
        if (scheme === "light" && path === "/") await picture(page, "home");
      });
    }
    for (const name of ["positive-3plus.txt", "narrative-2plus-fish.txt", "pending.txt", "group-2-open.txt", "two-tumours.txt"]) {
      test(`${name}: the patient's view, closed and open`, async ({ page }) => {
        await explainCase(page, name);
        await accessible(page);
        await openAll(page);
        await accessible(page);
        if (scheme === "dark") await picture(page, `patient-dark-${name.replace(".txt", "")}`);
      });
    }
    test("the clinician's view, open, and the packet", async ({ page }) => {
      await explainCase(page, "group-2-open.txt");
      await page.locator('button[formaction="/record/clinician"]').first().click();
      await openAll(page);
      await accessible(page);
      await page.locator('button[formaction="/record/packet"]').first().click();
      await accessible(page);
    });
    test("a trouble and a form that was not filled in", async ({ page }) => {
      await explain(page, "x");
      await accessible(page);
      await page.goto("/numbers");
      await page.locator("main form button.primary").click();
      await accessible(page);
    });
  });
}

test("keyboard only: from the address to the explanation", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.locator("a.skip")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.id === "report")) break;
  }
  await expect(page.locator("#report")).toBeFocused();
  await page.keyboard.insertText("Left breast, core biopsy: invasive ductal carcinoma. HER2 by IHC: positive (score 3+).");
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.matches("form#give button.primary"))) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("main .lead").first()).toContainText("HER2-positive");
  // Each part opens by keyboard.
  const first = page.locator("details.part > summary").first();
  const before = await first.evaluate((summary) => summary.parentElement.open);
  await first.focus();
  await page.keyboard.press("Enter");
  expect(await first.evaluate((summary) => summary.parentElement.open)).toBe(!before);
});

test("what has the focus is seen", async ({ page }) => {
  await page.goto("/");
  const seen = [];
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press("Tab");
    const ring = await page.evaluate(() => {
      const at = document.activeElement;
      if (!at || at === document.body) return "end";
      const style = getComputedStyle(at);
      return style.outlineStyle !== "none" || style.boxShadow !== "none" ? "ring" : `none on ${at.outerHTML.slice(0, 80)}`;
    });
    seen.push(ring);
  }
  expect(seen.filter((ring) => ring.startsWith("none"))).toEqual([]);
});

const WIDTHS = [
  ["200 % of 1280", 640],
  ["400 % of 1280", 320],
  ["a phone", 390],
];

for (const [what, width] of WIDTHS) {
  test(`nothing scrolls sideways at ${what}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of PAGES) {
      await page.goto(path);
      await fits(page);
    }
    if (width === 390) await picture(page, "phone-home");
    await explainCase(page, "narrative-2plus-fish.txt");
    await openAll(page);
    await fits(page);
    if (width === 390) await picture(page, "phone-patient");
    await page.locator('button[formaction="/record/clinician"]').first().click();
    await openAll(page);
    await fits(page);
    await accessible(page);
  });
}

test("targets are large enough for a finger", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await explainCase(page, "positive-3plus.txt");
  await openAll(page);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, select, summary, input:not([type=hidden])")]
      .filter((part) => part.checkVisibility())
      .map((part) => [part.closest("label") ?? part, part])
      .filter(([box]) => { const { width, height } = box.getBoundingClientRect(); return width > 0 && (width < 24 || height < 24); })
      .map(([, part]) => part.outerHTML.slice(0, 90)),
  );
  expect(small).toEqual([]);
});

test("nothing moves for who asks for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await explainCase(page, "positive-3plus.txt");
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((part) => {
      const style = getComputedStyle(part);
      return parseFloat(style.transitionDuration) > 0.01 || parseFloat(style.animationDuration) > 0.01;
    }).length,
  );
  expect(moving).toBe(0);
});
