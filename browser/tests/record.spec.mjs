// A record is given in every way there is.
import { expect, test } from "@playwright/test";
import { converted, file, report } from "../program.mjs";
import { accessible, explain, explainCase, lead, picture } from "./steps.mjs";

test("a pasted report is explained in one sentence first", async ({ page }) => {
  await explainCase(page, "positive-3plus.txt");
  await expect(lead(page)).toContainText("HER2-positive");
  await picture(page, "patient-positive");
});

test("what is open is said as open", async ({ page }) => {
  await explainCase(page, "pending.txt");
  await expect(lead(page)).toContainText("not in this report yet");
  await picture(page, "patient-pending");
});

test("nothing given is said so, with what to do", async ({ page }) => {
  await page.goto("/");
  await page.locator("form#give button.primary").click();
  await expect(page.locator("#trouble")).toContainText("Nothing was given yet");
});

test("what is no report is said so, and nothing is explained", async ({ page }) => {
  await explain(page, "Dear neighbour, the cat is well and the garden is green. Greetings from all of us here.");
  await expect(page.locator("#trouble")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("HER2-positive breast cancer");
});

const FORMATS = [
  ["fhir", "record.json"],
  ["naaccr", "record.xml"],
  ["hl7v2", "record.hl7"],
  ["csv", "record.csv"],
  ["text", "record.txt"],
];

for (const [format, name] of FORMATS) {
  test(`a file of ${format} is read`, async ({ page }) => {
    await page.goto("/");
    await page.locator("#files").setInputFiles(file(name, converted("positive-3plus.txt", format)));
    await page.locator("form#give button.primary").click();
    await expect(lead(page)).toContainText("HER2-positive");
  });
}

test("a PDF is read", async ({ page, browser }) => {
  const paper = await (await browser.newContext()).newPage();
  const words = report("narrative-2plus-fish.txt").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  await paper.setContent(`<pre>${words}</pre>`);
  const pdf = await paper.pdf();
  await page.goto("/");
  await page.locator("#files").setInputFiles({ name: "report.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.locator("form#give button.primary").click();
  await expect(lead(page)).toContainText("HER2-low");
});

test("several files of one patient are one page with a timeline", async ({ page }) => {
  const named = (name, from) => file(name, report(from).replace("Pretend, Ludmila", "Madeup, Rosalind").replace("Sample, Rosalind Q. Madeup", "Madeup, Rosalind"));
  await page.goto("/");
  await page.locator("#files").setInputFiles([named("2023.txt", "prior-and-amended.txt"), named("2024.txt", "narrative-2plus-fish.txt")]);
  await page.locator("form#give button.primary").click();
  await expect(page.getByText("Your HER2 results over time").first()).toBeVisible();
  await picture(page, "patient-over-time");
});

test("reports that name two people are not one patient", async ({ page }) => {
  await page.goto("/");
  await page.locator("#files").setInputFiles([
    file("2023.txt", report("prior-and-amended.txt")),
    file("2024.txt", report("narrative-2plus-fish.txt")),
  ]);
  await page.locator("form#give button.primary").click();
  await expect(page.getByText("Your HER2 results over time")).toHaveCount(0);
  await accessible(page);
});

test("an example can be tried", async ({ page }) => {
  await page.goto("/");
  await page.locator('button[name="example"]').first().click();
  await expect(lead(page)).toContainText("HER2");
});

test("markup in a report is words", async ({ page }) => {
  const hostile = report("positive-3plus.txt").replace("\n", "\n<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">\n");
  await explain(page, hostile);
  await expect(lead(page)).toContainText("HER2-positive");
  expect(await page.title()).not.toBe("taken");
  expect(await page.locator("main img").count()).toBe(0);
});

test("pointing at a sentence lights up the words it rests on", async ({ page }) => {
  await explainCase(page, "positive-3plus.txt");
  const said = page.locator("main .lead [data-quotes]").first();
  const target = (await said.getAttribute("data-quotes")).split(" ")[0];
  await said.hover();
  await expect(page.locator(`mark[data-marks~="${target}"].lit`).first()).toBeVisible();
});

test("the calendar is saved", async ({ page }) => {
  await explainCase(page, "positive-3plus.txt");
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  await page.locator('input[name="medicine"]').first().check();
  await page.locator('input[name="start"]').first().fill("2026-12-01");
  const saved = page.waitForEvent("download");
  await page.locator('button[formaction^="/record/calendar"]').first().click();
  const calendar = await saved;
  expect(calendar.suggestedFilename()).toMatch(/\.ics$/);
});

test("questions can be ticked", async ({ page }) => {
  await explainCase(page, "positive-3plus.txt");
  await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
  const tick = page.locator("ul.ask input[type=checkbox]").first();
  await tick.check();
  await expect(tick).toBeChecked();
});
