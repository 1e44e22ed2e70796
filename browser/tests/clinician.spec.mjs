// The view for the clinician: findings, options, monitoring, diagnostics, the map and the packet.
import { expect, test } from "@playwright/test";
import { explainCase, openAll, picture } from "./steps.mjs";

async function clinician(page, name) {
  await explainCase(page, name);
  await page.locator('button[formaction="/record/clinician"]').first().click();
  await expect(page.locator("main h1")).toContainText("clinician");
}

test("findings stand with their rows and citations", async ({ page }) => {
  await clinician(page, "positive-3plus.txt");
  await expect(page.locator("#findings")).toContainText("ASCO");
  await picture(page, "clinician");
});

test("answers settle options", async ({ page }) => {
  await clinician(page, "positive-3plus.txt");
  await openAll(page);
  await page.locator("#answer-setting").selectOption("metastatic");
  await page.locator('button[formaction^="/record/clinician"]', { hasText: "Use these answers" }).click();
  await openAll(page);
  await expect(page.locator("#answer-setting")).toHaveValue("metastatic");
  await expect(page.locator("#options")).toContainText("metastatic");
});

test("a low ejection fraction is shown with what the label says", async ({ page }) => {
  await clinician(page, "positive-3plus.txt");
  await page.locator('#monitoring input[name="medicine"][value="trastuzumab"]').check();
  await page.locator('#monitoring input[name="start"]').fill("2026-06-01");
  await page.locator('input[name="lvef-date"]').nth(0).fill("2026-05-20");
  await page.locator('input[name="lvef-percent"]').nth(0).fill("62");
  await page.locator('input[name="lvef-date"]').nth(1).fill("2026-09-01");
  await page.locator('input[name="lvef-percent"]').nth(1).fill("44");
  await page.getByRole("button", { name: "Show the monitoring" }).click();
  await expect(page.locator("#monitoring")).toContainText("44");
  await expect(page.locator("#monitoring")).toContainText(/withhold|hold/i);
  await openAll(page);
  await expect(page.locator("main")).not.toContainText(/ --[a-z]|her2 (learn|drugs|monitor|plan|decide)\b/);
  await picture(page, "clinician-monitoring");
});

test("a report that contradicts itself is underlined", async ({ page }) => {
  await clinician(page, "group-2-open.txt");
  await expect(page.locator("#checks")).toContainText("ish-group-2-to-4-without-ihc");
});

test("the packet holds the quote, the rule, the label and what is missing", async ({ page }) => {
  await clinician(page, "positive-3plus.txt");
  await page.locator('button[formaction="/record/packet"]').first().click();
  await expect(page.locator("main")).toContainText("3+");
  await picture(page, "packet");
});
