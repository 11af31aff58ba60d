import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const declared = JSON.parse(readFileSync("package.json", "utf8"));
const lock = readFileSync("package-lock.json", "utf8");

test("what the installed program imports is installed with it, and nothing else", () => {
  const sources = [...typescriptIn("src"), ...typescriptIn("graph"), "viewer/embed.ts", "viewer/page-data.ts"];
  const imported = new Set(sources.flatMap(packagesIn));
  expect([...imported].sort()).toEqual(Object.keys(declared.dependencies).sort());
});

test("package-lock.json says what the packages are, and of no registry", () => {
  expect(lock).not.toContain('"resolved": "http');
  expect(lock.match(/"integrity"/g)?.length).toBeGreaterThan(50);
});

// npm drops those of other systems when it adds a package beside an installed tree; `npm ci` refuses the file then. To mend
// it: npm install --package-lock-only, in a folder that holds package.json and .npmrc alone.
test("package-lock.json holds the packages of every system", () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = JSON.parse(lock).packages;
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  expect(optional.filter(name => !(`node_modules/${name}` in packages))).toEqual([]);
});

function typescriptIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter(name => name.endsWith(".ts")).map(name => join(folder, name));
}

/** The packages that a file imports: "opencc-js/t2cn" is of opencc-js. */
function packagesIn(file: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true);
  return importedFiles
    .map(({ fileName }) => fileName)
    .filter(name => !name.startsWith(".") && !name.startsWith("node:"))
    .map(name => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
}
