import { SaxesParser, type SaxesTagPlain } from "saxes";
import { GraphFileError } from "../serialize.js";

/** Bytes or text of a file, piece by piece or at once. */
export type Pieces = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** What is done with the parts of a file as they come. Names lack the root's prefix; other vocabularies keep theirs. */
export interface XmlHandler {
  /** The name that the outermost element must have. */
  readonly root: string;
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Tells where in its file the reader is. */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false });
  private prefix: string | undefined;

  constructor(
    private readonly path: string,
    private readonly handler: XmlHandler,
  ) {
    this.parser.on("error", ({ message }) => {
      throw this.fault(plain(message));
    });
    this.parser.on("doctype", declaration => this.refuseEntities(declaration));
    this.parser.on("opentag", tag => this.open(tag));
    this.parser.on("closetag", ({ name }) => handler.close(this.localName(name)));
    this.parser.on("text", handler.text);
    this.parser.on("cdata", handler.text);
  }

  /** Read to the end; throws a GraphFileError with line and column where the file is broken. */
  async read(pieces: Pieces): Promise<void> {
    for await (const text of decoded(pieces, this.path)) this.parser.write(text);
    this.parser.close();
  }

  /** An error at the place that was read last: "graph.graphml:12:7  An edge has no source." */
  fault(what: string): GraphFileError {
    return new GraphFileError(`${this.path}:${this.place()}  ${what}`);
  }

  place(): string {
    return `${this.parser.line}:${this.parser.column}`;
  }

  private open({ name, attributes }: SaxesTagPlain): void {
    if (this.prefix === undefined) this.prefix = this.rootPrefix(name);
    this.handler.open(this.localName(name), attributes);
  }

  private rootPrefix(name: string): string {
    const [, prefix = "", local] = /^(.*:)?(.*)$/s.exec(name)!;
    if (local === this.handler.root) return prefix;
    throw this.fault(`The outermost element is <${name}>, not <${this.handler.root}>.`);
  }

  private localName(name: string): string {
    const prefix = this.prefix ?? "";
    return name.startsWith(prefix) ? name.slice(prefix.length) : `:${name}`;
  }

  /** A DTD is never loaded; one that defines entities could make a small file unfold into gigabytes. */
  private refuseEntities(declaration: string): void {
    if (declaration.includes("["))
      throw this.fault("The file defines its own DTD, which is not read for safety. Remove the <!DOCTYPE … [ … ]>.");
  }
}

/** saxes puts its own place before the message. */
function plain(message: string): string {
  const text = message.replace(/^(?:\S*:)?\d+:\d+: /, "");
  return `This is not well-formed XML: ${text.replace(/\.$/, "")}.`;
}

/** UTF-16 by its byte order mark, else what the XML declaration says, else UTF-8. */
async function* decoded(pieces: Pieces, path: string): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    if (typeof piece === "string") {
      yield piece;
    } else {
      decoder ??= decoderFor(piece, path);
      yield decoder.decode(piece, { stream: true });
    }
  }
  if (decoder) yield decoder.decode();
}

function decoderFor(start: Uint8Array, path: string): TextDecoder {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le");
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be");
  const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(
    new TextDecoder("latin1").decode(start.subarray(0, 200)),
  );
  const encoding = declaration?.[1] ?? "utf-8";
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new GraphFileError(
      `${path}:1:1  The file says that it is encoded in "${encoding}", which is unknown. Save it as UTF-8.`,
    );
  }
}
