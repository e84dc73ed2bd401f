import { execFile } from "node:child_process";
import { join } from "node:path";

/** Runs a tool of `node_modules/.bin` and returns its output if it fails, else nothing. */
export function toolProblems(root: string, tool: string, args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const options = { cwd: root, maxBuffer: 2 ** 26, env: { ...process.env, NO_COLOR: "1" } };
    execFile(join(root, "node_modules/.bin", tool), args, options, (error, stdout, stderr) => {
      resolve(error ? `${stdout}${stderr}`.trim().split("\n") : []);
    });
  });
}
