import { LOG_ABOVE_SPREAD } from "./defaults.ts";

export type ScaleType = "linear" | "log";

/** A position scale that can be asked where a value lies, which labels need before the plot exists. */
export interface Scale {
  type: ScaleType;
  domain: [number, number];
  /** the values it was made for */
  values: number[];
  /** 0 at the low end of the domain, 1 at its high end */
  at: (value: number) => number;
  /** the value at such a place */
  from: (place: number) => number;
}

/** Log if the values spread over more than `LOG_ABOVE_SPREAD` and none is zero, else linear. */
export function scaleType(values: number[]): ScaleType {
  const low = Math.min(...values);
  return low > 0 && Math.max(...values) / low > LOG_ABOVE_SPREAD ? "log" : "linear";
}

/** A scale over the domain, by default the extent of the values. */
export function scale(type: ScaleType, values: number[], domain: [number, number] = extent(values)): Scale {
  const [to, back] = type === "log" ? [Math.log, Math.exp] : [identity, identity];
  const [low, high] = domain.map(to);
  return {
    type,
    domain,
    values,
    at: (value) => (to(value) - low) / (high - low),
    from: (place) => back(low + place * (high - low)),
  };
}

/** A scale of times. A linear one starts at 0: a length that is read as a time must be one. */
export function timeScale(type: ScaleType, ns: number[]): Scale {
  const high = Math.max(...ns);
  return scale(type, ns, type === "log" ? [Math.min(...ns) * 0.9, high * 1.1] : [0, high * 1.05]);
}

/** Smallest and largest. */
export function extent(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function identity(value: number): number {
  return value;
}
