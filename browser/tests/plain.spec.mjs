// Without JavaScript everything works; nothing is kept and nobody else is asked.
import { expect, test } from "@playwright/test";
import { file, report } from "../program.mjs";
import { explainCase, lead } from "./steps.mjs";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a pasted report, its parts, its clinician's view and its Spanish page", async ({ page }) => {
    await page.goto("/");
    await page.locator("#report").fill(report("positive-3plus.txt"));
    await page.locator("form#give button.primary").click();
    await expect(lead(page)).toContainText("HER2-positive");
    await page.locator("details.part > summary").first().click();
    await page.locator('button[formaction="/record/clinician"]').first().click();
    await expect(page.locator("main h1")).toContainText("clinician");
    await page.locator("button.lang[lang=es]").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
  });

  test("a file and the form of numbers", async ({ page }) => {
    await page.goto("/");
    await page.locator("#files").setInputFiles(file("report.txt", report("pending.txt")));
    await page.locator("form#give button.primary").click();
    await expect(lead(page)).toContainText("not in this report yet");
    await page.goto("/numbers");
    await page.locator("#n-ihc").selectOption({ label: "3+" });
    await page.locator("main form button.primary").click();
    await expect(lead(page)).toContainText("HER2");
  });

  test("nothing is offered that needs a script", async ({ page }) => {
    await page.goto("/");
    expect(await page.locator(".needs-script").evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).length).catch(() => 0)).toBe(0);
  });
});

test("no cookie, no storage, no other host, nothing cached, no word of the record in an address", async ({ page, context, baseURL }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const stored = [];
  page.on("response", (response) => {
    const { "cache-control": cache, "set-cookie": cookie, "content-security-policy": policy } = response.headers();
    if (cookie) stored.push(`cookie: ${response.url()}`);
    if (!response.url().includes("/assets/") && cache !== "no-store") stored.push(`cache: ${response.url()}`);
    if (!policy?.includes("default-src 'none'")) stored.push(`policy: ${response.url()}`);
  });
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await explainCase(page, "narrative-2plus-fish.txt");
  await page.locator('button[formaction="/record/clinician"]').first().click();
  await page.goto("/learn");
  expect(stored).toEqual([]);
  expect(complaints).toEqual([]);
  expect(asked.filter((url) => !url.startsWith(baseURL) && !url.startsWith("data:"))).toEqual([]);
  expect(asked.filter((url) => url.includes("?"))).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
  expect(kept).toEqual([0, 0, 0]);
});

test("the page prints whole", async ({ page }) => {
  await explainCase(page, "positive-3plus.txt");
  await page.emulateMedia({ media: "print" });
  const hidden = await page.evaluate(() => {
    window.dispatchEvent(new Event("beforeprint"));
    const printed = [...document.querySelectorAll("details.part")].filter((part) => part.checkVisibility());
    return printed.filter((part) => !part.querySelector(".inside").checkVisibility({ contentVisibilityAuto: true })).length;
  });
  expect(hidden).toBe(0);
  const pdf = await page.pdf({ format: "Letter" });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});
