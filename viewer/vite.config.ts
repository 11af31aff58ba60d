import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { geography } from "./build/geography.js";
import { hanzi } from "./build/hanzi.js";
import { singleFile } from "./build/single-file.js";

/** Builds the viewer's page to `viewer/dist/index.html`, where `viewer/embed.ts` finds it. */
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [hanzi(), geography(), singleFile()],
  // The build of csv-stringify for Node.js asks for Buffer as soon as it is loaded.
  resolve: { alias: { "csv-stringify/sync": "csv-stringify/browser/esm/sync" } },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  worker: { format: "iife", plugins: () => [] },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
  },
  logLevel: "warn",
});
