import { spawn } from "node:child_process";

/** Starts an X server without a screen. Rejects if it ends before it is ready. */
export async function startDisplay(xvfb: string): Promise<{ name: string; stop(): void }> {
  const child = spawn(xvfb, ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${xvfb} ended with code ${code}`)));
  });
  const stop = () => {
    process.off("exit", stop);
    child.kill();
  };
  process.once("exit", stop);
  return { name: `:${number}`, stop };
}
