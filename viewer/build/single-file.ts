import { createHash } from "node:crypto";
import type { Plugin, Rolldown } from "vite";

/**
 * Puts script and style into the page itself and lets its Content-Security-Policy allow these two by their hashes and
 * nothing else: no other script, no request to anywhere.
 */
export function singleFile(): Plugin {
  return {
    name: "single-file",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"] as Rolldown.OutputAsset;
      const parts = Object.values(bundle).filter(part => part !== page);
      const script = parts.flatMap(part => (part.type === "chunk" ? part.code : [])).map(inertScript);
      const style = parts.flatMap(part =>
        part.type === "asset" && part.fileName.endsWith(".css") ? String(part.source) : [],
      );
      if (script.length !== 1 || style.length !== 1 || parts.length !== 2)
        this.error(
          `The page should have one script and one style, not ${parts.map(part => part.fileName).join(", ")}.`,
        );
      page.source = withParts(String(page.source), script[0]!, style[0]!);
      for (const part of parts) delete bundle[part.fileName];
    },
  };
}

function withParts(page: string, script: string, style: string): string {
  const bare = page.replace(/\s*<(?:script type="module"[^>]*><\/script>|link rel="stylesheet"[^>]*>)/g, "");
  const [head, body] = bare.split("</head>") as [string, string];
  const [beforeEnd, end] = body.split("</body>") as [string, string];
  const policy = `<meta http-equiv="Content-Security-Policy" content="${policyFor(script, style)}" />`;
  // The policy comes first in the head, since it rules only what stands behind it.
  const withPolicy = head.replace('<meta charset="utf-8" />', found => `${found}\n    ${policy}`);
  return `${withPolicy}<style>${style}</style></head>${beforeEnd}<script type="module">${script}</script></body>${end}`;
}

function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "worker-src blob:",
    "img-src data: blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** Inside strings and expressions, the only places where a minified script can hold these, "\x3c" is the same as "<". */
function inertScript(code: string): string {
  return code.replace(/<(?=\/script|!--|script)/gi, "\\x3c");
}
