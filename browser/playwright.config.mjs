// The program that is tested: `HER2_BIN`, or the debug build. The browser is the system's Chromium; none is downloaded.
import { defineConfig } from "@playwright/test";
import { program } from "./program.mjs";

const port = Number(process.env.HER2_PORT ?? 8799);

export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "results/report.json" }]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    screenshot: "only-on-failure",
  },
  webServer: {
    command: `"${program}" serve --bind 127.0.0.1:${port} --as-of 2026-11-22 --log human/warn`,
    url: `http://127.0.0.1:${port}/healthz`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
