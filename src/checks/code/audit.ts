import { execFile } from "node:child_process";
import type { Check } from "../check.ts";

/** A registry that takes longer is one that does not answer. */
const PATIENCE_MS = 8000;

/** No package has a known hole. Without a network, or with a registry that does not audit, nothing is known. */
export const audit: Check = {
  name: "known holes of packages",
  run: async (root) => {
    const { problems, note } = auditProblems(await npmAudit(root));
    if (note && process.argv.includes("--verbose")) console.log(note);
    return problems;
  },
};

/** What `npm audit --json` says. */
function npmAudit(root: string): Promise<string> {
  const options = { cwd: root, timeout: PATIENCE_MS, maxBuffer: 2 ** 26 };
  return new Promise((resolve) => {
    execFile("npm", ["audit", "--json", "--fetch-retries=0"], options, (_, stdout) => resolve(stdout));
  });
}

interface Vulnerability {
  severity: string;
  range: string;
  via: (string | { title: string; url: string })[];
  fixAvailable: boolean | { name: string; version: string };
}

/** Holes that an audit found, or why there was none. */
export function auditProblems(json: string): { problems: string[]; note?: string } {
  const none = {
    problems: [],
    note: "The registry did not audit the packages, so holes in them are not known.",
  };
  let report: { vulnerabilities?: Record<string, Vulnerability>; message?: string };
  try {
    report = JSON.parse(json);
  } catch {
    return none;
  }
  if (!report?.vulnerabilities) return none;
  return {
    problems: Object.entries(report.vulnerabilities).flatMap(
      ([name, { severity, range, via, fixAvailable }]) => {
        // those that only depend on one with a hole are mended with it
        const holes = via.filter((one) => typeof one === "object");
        return holes.map(
          ({ title, url }) =>
            `package-lock.json:1:1: ${name} ${range} has a hole (${severity}): ${title}, ${url}. ${fixOf(name, fixAvailable)}.`,
        );
      },
    ),
  };
}

function fixOf(name: string, fix: Vulnerability["fixAvailable"]): string {
  if (typeof fix === "object") return `Install ${fix.name} ${fix.version}`;
  return fix
    ? "Run npm audit fix, then node src/checks/complete-lock.ts"
    : `Look for a way to do without ${name}`;
}
