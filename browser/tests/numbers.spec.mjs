// Somebody has the numbers and no report.
import { expect, test } from "@playwright/test";
import { lead, picture } from "./steps.mjs";

test("2+ with a ratio below two is HER2-low", async ({ page }) => {
  await page.goto("/numbers");
  await picture(page, "numbers");
  await page.locator("#n-ihc").selectOption({ label: "2+" });
  await page.locator("#n-ratio").fill("1.4");
  await page.locator("#n-her2").fill("2.8");
  await page.locator("#n-invasive").selectOption({ index: 1 });
  await page.locator("main form button.primary").click();
  await expect(lead(page)).toContainText("HER2-low");
});

test("a score of 2+ alone is not final", async ({ page }) => {
  await page.goto("/numbers");
  await page.locator("#n-ihc").selectOption({ label: "2+" });
  await page.locator("#n-invasive").selectOption({ index: 1 });
  await page.locator("main form button.primary").click();
  await expect(lead(page)).toContainText("not final yet");
});

test("nothing filled in is said so, and so is a number that is none", async ({ page }) => {
  await page.goto("/numbers");
  await page.locator("main form button.primary").click();
  await expect(page.locator("#trouble")).toBeVisible();
  await page.locator("#n-ratio").fill("two");
  await page.locator("main form button.primary").click();
  await expect(page.locator("#trouble a[href='#n-ratio']")).toBeVisible();
  await expect(page.locator("#n-ratio")).toHaveValue("two");
});
