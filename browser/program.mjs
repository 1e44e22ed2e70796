// The program under test, and the files it is given.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const target = process.env.CARGO_TARGET_DIR ?? join(homedir(), ".cache", "her2-in-focus");
export const program = process.env.HER2_BIN ?? join(target, "debug", "her2");

/** An invented report of `cases/reports`. */
export const report = (name) => readFileSync(join(root, "cases", "reports", name), "utf8");

/** The same report as another format. */
export const converted = (name, to) =>
  execFileSync(program, ["convert", "--to", to, join(root, "cases", "reports", name)], { encoding: "utf8" });

/** A file for an upload. */
export const file = (name, text) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});
