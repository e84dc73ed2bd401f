/**
 * The AssemblyScript compiler in a thread of its own. When it crashes it ends the process that it runs in; so it
 * shall have one that nobody misses.
 */
import { parentPort } from "node:worker_threads";

export interface AscRequest {
  file: string;
  source: string;
  flags: string[];
}

export interface AscDiagnostic {
  message: string;
  code: number;
  /** 3 is an error; less is advice */
  category: number;
  range: AscRange | null;
  relatedRange: AscRange | null;
}

interface AscRange {
  /** offset into the source */
  start: number;
  source: { normalizedPath: string } | null;
}

export interface AscReply {
  version: string;
  wasm: Uint8Array | null;
  diagnostics: AscDiagnostic[];
  /** in the compiler's words; null if it succeeded */
  failure: string | null;
}

/** The part of the compiler that is used. Its own types are not: they declare i32, abs and more for the whole program. */
interface Asc {
  version: string;
  main(
    command: string[],
    files: {
      readFile(name: string): string | null;
      writeFile(name: string, contents: Uint8Array): void;
      listFiles(): string[];
      reportDiagnostic(diagnostic: AscDiagnostic): void;
    },
  ): Promise<{ error: Error | null }>;
}

const compiler: string = "assemblyscript/asc";
const asc = (await import(compiler)) as Asc;

parentPort?.on("message", async ({ file, source, flags }: AscRequest) => {
  const reply: AscReply = { version: asc.version, wasm: null, diagnostics: [], failure: null };
  try {
    const { error } = await asc.main([file, "--outFile", "kernel.wasm", ...flags], {
      readFile: (name) => (name === file ? source : null),
      writeFile: (_, contents) => {
        reply.wasm = contents.slice();
      },
      listFiles: () => [],
      reportDiagnostic: (diagnostic) => reply.diagnostics.push(diagnostic),
    });
    reply.failure = error?.message ?? null;
  } catch (error) {
    reply.failure = String(error);
  }
  parentPort?.postMessage(reply);
});
