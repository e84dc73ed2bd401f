import { SLOW_REFERENCE_NS } from "../defaults.ts";
import { median } from "../statistics/interval.ts";
import type { Rule } from "./evidence.ts";

/** What the machine, the browser or its surroundings did to the run. */
export const machineRules: Rule[] = [
  {
    code: "hidden",
    test: (e) => e.wasHidden && "yes",
    sentence: () => "The tab was hidden during the run, and hidden tabs get slow code.",
    next: "Keep this tab in front and run again.",
  },
  {
    code: "clock-coarse",
    test: (e) => e.environment.clock.resolutionUs >= 1000 && `${e.environment.clock.resolutionUs / 1000} ms`,
    sentence: (found) => `The clock of this page moves in steps of ${found}, so slices are long and few.`,
    next: "Read this page from a host that isolates it (COOP and COEP headers), or compare with the recorded results.",
  },
  {
    code: "not-isolated",
    test: (e) => !e.environment.isolated && "yes",
    sentence: () => "This page is not cross-origin isolated: its clock is coarser than it could be.",
    next: "Serve the page with COOP and COEP headers.",
  },
  {
    code: "drift",
    test: ({ references }) => {
      const third = Math.floor(references.length / 3);
      if (third === 0) return false;
      const change = median(references.slice(-third)) / median(references.slice(0, third)) - 1;
      return (
        Math.abs(change) > 0.05 &&
        `${Math.round(Math.abs(change) * 100)} % ${change > 0 ? "slower" : "faster"}`
      );
    },
    sentence: (found) => `The machine became ${found} during the run: heat, power saving or a neighbour.`,
    next: "Let the machine rest, connect power, close other programs and run again.",
  },
  {
    code: "battery",
    test: (e) => e.surroundings.battery === true && "yes",
    sentence: () => "The device runs on battery, and may save power by lowering its clock.",
    next: "Connect power and run again.",
  },
  {
    code: "pressure",
    test: ({ surroundings: { pressure } }) =>
      (pressure === "serious" || pressure === "critical") && (pressure as string),
    sentence: (found) => `The browser reports ${found} pressure on the processor.`,
    next: "Close other tabs and programs and run again.",
  },
  {
    code: "slow-engine",
    test: (e) => e.environment.referenceNs.first > SLOW_REFERENCE_NS && "yes",
    sentence: () => "JavaScript runs about ten times slower here than it should.",
    next: "Close the developer tools, and see whether the browser's compiler is switched off (lockdown mode).",
  },
  {
    code: "contended",
    test: ({ variants }) => {
      const workers = variants.flatMap((variant) => variant.workers);
      const setAside = sum(workers.map((worker) => worker.setAside.length));
      const all = setAside + sum(workers.map((worker) => worker.slices.length));
      return setAside > all / 3 && `${Math.round((100 * setAside) / all)} %`;
    },
    sentence: (found) =>
      `Something else used the processor during ${found} of the slices, by the reference kernel beside them; they were set aside.`,
    next: "Close other programs and run again; on a virtual machine it may be a neighbour.",
  },
  {
    code: "interrupted",
    test: (e) => e.keptDisturbed > 0 && `${e.keptDisturbed} block${e.keptDisturbed > 1 ? "s" : ""}`,
    sentence: (found) =>
      `${found} disturbed by the machine had to be kept: too many had been measured again, or the time was up.`,
    next: "Close other programs and run again.",
  },
];

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
