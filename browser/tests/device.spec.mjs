// The page in the browser alone: nothing is sent, it works without a network, and it says the same as the server byte for byte.
import { expect, test } from "@playwright/test";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { file, report } from "../program.mjs";
import { accessible, lead, openAll, picture } from "./steps.mjs";

const folder = process.env.HER2_SITE ?? "";
const KINDS = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };

test.skip(!existsSync(join(folder, "index.html")), "skipped: there is no site; `cargo xtask site` makes one and HER2_SITE names it");

/** A plain static host, and what it was asked for. */
function host() {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    let path = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
    if (existsSync(path) && statSync(path).isDirectory()) path = join(path, "index.html");
    if (request.method !== "GET" || !existsSync(path)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": KINDS[extname(path)] ?? "application/octet-stream" });
    createReadStream(path).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve({ server, asked, at: `http://127.0.0.1:${server.address().port}` })));
}

let site;
test.beforeAll(async () => {
  site = await host();
});
test.afterAll(() => site.server.close());

/** Pastes a report into the page of the site. */
async function give(page, text, path = "/") {
  await page.goto(site.at + path);
  await page.locator("#report").fill(text);
  await page.locator("form#give button.primary").click();
  await expect(page.locator("main .two")).toBeVisible();
}

/** The part of the page that is about the record. */
const about = (page) => page.locator("main").evaluate((main) => main.innerHTML);

for (const name of ["positive-3plus.txt", "narrative-2plus-fish.txt", "pending.txt", "group-2-open.txt", "two-tumours.txt"]) {
  for (const path of ["/", "/es/"]) {
    test(`${name} at ${path}: the same words as the server's`, async ({ page, context, baseURL }) => {
      await page.clock.setFixedTime(new Date("2026-11-22T12:00:00"));
      await give(page, report(name), path);
      const here = await about(page);
      const other = await context.newPage();
      await other.goto(baseURL + path);
      await other.locator("#report").fill(report(name));
      await other.locator("form#give button.primary").click();
      await expect(lead(other)).toBeVisible();
      expect(here).toBe(await about(other));
    });
  }
}

test("without a network it still reads, and nothing but files of the site was ever asked for", async ({ page, context }) => {
  await page.goto(site.at);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await context.setOffline(true);
  await page.reload();
  await page.locator("#files").setInputFiles(file("report.txt", report("positive-3plus.txt")));
  await page.locator("form#give button.primary").click();
  await expect(lead(page)).toContainText("HER2-positive");
  await page.locator('button[formaction$="/record/clinician"]').first().click();
  await expect(page.locator("main h1")).toContainText("clinician");
  await page.locator("button.lang[lang=es]").click();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await page.goto(`${site.at}/learn/her2/`);
  await expect(page.locator("main h1")).toBeVisible();
  expect(site.asked.filter((line) => !line.startsWith("GET "))).toEqual([]);
  expect(site.asked.filter((line) => line.includes("?"))).toEqual([]);
});

test("the script of the page goes on after an answer", async ({ page }) => {
  await give(page, report("positive-3plus.txt"));
  await openAll(page);
  await expect(page.locator("button.print").first()).toBeVisible();
  const said = page.locator("main .lead [data-quotes]").first();
  const target = (await said.getAttribute("data-quotes")).split(" ")[0];
  await said.hover();
  await expect(page.locator(`mark[data-marks~="${target}"].lit`).first()).toBeVisible();
  await accessible(page);
  await picture(page, "device-patient");
});

test("the calendar is saved", async ({ page }) => {
  await give(page, report("positive-3plus.txt"));
  await openAll(page);
  await page.locator('input[name="medicine"]').first().check();
  await page.locator('input[name="start"]').first().fill("2026-12-01");
  const saved = page.waitForEvent("download");
  await page.locator('button[formaction*="/record/calendar"]').first().click();
  expect((await saved).suggestedFilename()).toMatch(/\.ics$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a form is never sent to the host", async ({ page }) => {
    await page.goto(site.at);
    expect(await page.content()).toContain("needs JavaScript");
    await page.locator("#report").fill(report("positive-3plus.txt"));
    await page.locator("form#give button.primary").click({ noWaitAfter: true });
    await page.waitForTimeout(500);
    expect(site.asked.filter((line) => line.startsWith("POST "))).toEqual([]);
  });
});
