import { seeded } from "../random.ts";

/** How a job finds its core. */
export type SchedulingPolicy = "pinned" | "one queue" | "home first";

export interface CoresSettings {
  policy: SchedulingPolicy;
  cores: number;
  /** arriving work over what the cores can do when every job finds its data warm, 0..1 */
  load: number;
  /** jobs that are counted, after a tenth as many that are not */
  jobs?: number;
  /** sessions that the jobs belong to; each has a home core */
  sessions?: number;
  /** exponent of the sessions' popularity (Zipf): 0 makes all of them alike */
  skew?: number;
  /** service time that a job needs more on another core than its session's last, in mean service times */
  cold?: number;
  seed?: number;
}

/** Times are in mean service times of a job that finds its data warm. */
export interface CoresRun {
  /** from arrival to end */
  meanResponse: number;
  /** what 99 % of the jobs do not exceed */
  p99: number;
  /** share of jobs that ran on another core than their session's last */
  moved: number;
  /** share of the time that each core was busy */
  busy: number[];
}

interface Job {
  arrival: number;
  session: number;
  service: number;
}

/**
 * Jobs arrive at random (Poisson) and take an exponential time on one of several cores. Where a job runs is a
 * policy: "pinned" waits for the session's home core whatever the others do; "one queue" gives the job that
 * waits longest to any idle core; "home first" takes the home core if it is idle, else another idle one, and an idle
 * core serves the queue of its own sessions before it takes from the longest of the others.
 *
 * With no skew and no cold cost "pinned" is M/M/1 at each core, mean response 1 / (1 - load), and the other two
 * are M/M/c (Erlang 1917).
 */
export function runCores(settings: CoresSettings): CoresRun {
  const { cores, load, policy } = settings;
  const { jobs = 20_000, sessions = 256, skew = 0, cold = 0, seed = 1 } = settings;
  const random = seeded(seed);
  const session = sessionPicker(sessions, skew, random);
  const warmUp = Math.ceil(jobs / 10);

  const last = new Int32Array(sessions).fill(-1);
  const queues: Job[][] = Array.from({ length: policy === "one queue" ? 1 : cores }, () => []);
  const running: (Job | null)[] = Array.from({ length: cores }, () => null);
  const ends = new Float64Array(cores).fill(Number.POSITIVE_INFINITY);
  const busy = new Float64Array(cores);
  const responses: number[] = [];
  let moved = 0;
  let done = 0;
  let startOfCount = 0;
  let now = 0;
  let next = arrive(0);

  function arrive(after: number): Job {
    return {
      arrival: after + exponential(random) / (load * cores),
      session: session(),
      service: exponential(random),
    };
  }

  function start(job: Job, core: number): void {
    const before = last[job.session];
    const away = before >= 0 && before !== core;
    last[job.session] = core;
    running[core] = job;
    const time = job.service + (away ? cold : 0);
    ends[core] = now + time;
    if (done >= warmUp) {
      moved += Number(away);
      busy[core] += time;
    }
  }

  function place(job: Job): void {
    const home = job.session % cores;
    const core = policy === "one queue" ? -1 : home;
    const free = core >= 0 && running[core] === null;
    const chosen = free ? core : policy === "pinned" ? -1 : idleCore(running, random);
    if (chosen >= 0) start(job, chosen);
    else queues[policy === "one queue" ? 0 : home].push(job);
  }

  while (done < warmUp + jobs) {
    const core = earliest(ends);
    if (next.arrival <= ends[core]) {
      now = next.arrival;
      place(next);
      next = arrive(now);
      continue;
    }
    now = ends[core];
    const job = running[core] as Job;
    running[core] = null;
    ends[core] = Number.POSITIVE_INFINITY;
    if (done === warmUp) startOfCount = now;
    if (done >= warmUp) responses.push(now - job.arrival);
    done += 1;
    const waiting = queueFor(core, queues, policy);
    if (waiting) start(waiting.shift() as Job, core);
  }

  responses.sort((a, b) => a - b);
  return {
    meanResponse: responses.reduce((sum, time) => sum + time, 0) / jobs,
    p99: responses[Math.floor(0.99 * jobs)],
    moved: moved / jobs,
    busy: Array.from(busy, (time) => Math.min(1, time / (now - startOfCount))),
  };
}

/** The queue that a core which has become idle takes its next job from. */
function queueFor(core: number, queues: Job[][], policy: SchedulingPolicy): Job[] | undefined {
  const own = queues[policy === "one queue" ? 0 : core];
  if (own.length > 0) return own;
  if (policy !== "home first") return undefined;
  const longest = queues.reduce((a, b) => (b.length > a.length ? b : a));
  return longest.length > 0 ? longest : undefined;
}

function earliest(ends: Float64Array): number {
  let first = 0;
  for (let core = 1; core < ends.length; ++core) if (ends[core] < ends[first]) first = core;
  return first;
}

/** One of the idle cores, each as likely as the others; -1 if all are busy. */
function idleCore(running: readonly unknown[], random: () => number): number {
  let found = -1;
  let seen = 0;
  running.forEach((job, core) => {
    if (job !== null) return;
    seen += 1;
    if (random() * seen < 1) found = core;
  });
  return found;
}

/** Draws sessions, the one of rank r with a probability in proportion to r^-skew. */
function sessionPicker(sessions: number, skew: number, random: () => number): () => number {
  const ends = new Float64Array(sessions);
  let sum = 0;
  for (let i = 0; i < sessions; ++i) ends[i] = sum += (i + 1) ** -skew;
  return () => {
    const at = random() * sum;
    let low = 0;
    let high = sessions - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** Exponential with mean 1. */
function exponential(random: () => number): number {
  return -Math.log(1 - random());
}
