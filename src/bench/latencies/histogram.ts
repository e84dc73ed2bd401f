/** Buckets in each doubling: the width of a bucket is at most 1/128 of its lower bound, 0.78 %. */
const PER_DOUBLING = 128;

/** Values from here on (18 minutes, in nanoseconds) share the last bucket. */
const LIMIT = 2 ** 40;

/** A histogram as it travels between threads. */
export interface HistogramData {
  counts: Float64Array;
  /** values, their sum, the smallest, the largest */
  totals: Float64Array;
}

/**
 * Integers counted in log-linear buckets, in the manner of HdrHistogram (Gil Tene, hdrhistogram.org):
 *
 *     values   0 … 255   256 … 511   512 … 1023   1024 … 2047
 *     width       1          2           4             8
 *
 * so that any range fits a few thousand counters, adding costs a few instructions and allocates nothing. Number,
 * sum, smallest and largest are exact. A quantile is the middle of its bucket: within 0.4 % of the exact one, and
 * exact below 256. The two histograms of a merge give what one histogram of all their values would give.
 */
export class Histogram {
  private readonly counts: Float64Array;
  // a typed array, because engines box fields that outgrow small integers
  private readonly totals: Float64Array;

  constructor(data?: HistogramData) {
    this.counts = data?.counts ?? new Float64Array(indexOf(LIMIT - 1) + 1);
    this.totals = data?.totals ?? Float64Array.of(0, 0, Number.POSITIVE_INFINITY, 0);
  }

  get calls(): number {
    return this.totals[0];
  }

  /** NaN if empty */
  get mean(): number {
    return this.totals[1] / this.totals[0];
  }

  get max(): number {
    return this.totals[3];
  }

  get data(): HistogramData {
    return { counts: this.counts, totals: this.totals };
  }

  /** Counts an integer of 0 or more. Throws a RangeError for anything below 0 or NaN. */
  add(value: number): void {
    if (!(value >= 0)) throw new RangeError(`a histogram counts from 0 on, not ${value}`);
    const { counts, totals } = this;
    counts[indexOf(value < LIMIT ? value : LIMIT - 1)] += 1;
    totals[0] += 1;
    totals[1] += value;
    if (value < totals[2]) totals[2] = value;
    if (value > totals[3]) totals[3] = value;
  }

  /** Counts everything that `other` has counted. */
  merge(other: Histogram): void {
    for (const [i, count] of other.counts.entries()) this.counts[i] += count;
    this.totals[0] += other.totals[0];
    this.totals[1] += other.totals[1];
    this.totals[2] = Math.min(this.totals[2], other.totals[2]);
    this.totals[3] = Math.max(this.totals[3], other.totals[3]);
  }

  /**
   * The smallest value that at least the fraction `p` (0..1) of all values do not exceed.
   * Throws a RangeError if there are none.
   */
  quantile(p: number): number {
    const [values, , min, max] = this.totals;
    if (values === 0) throw new RangeError("an empty histogram has no quantiles");
    // 0.99 of 1,000 is the 990th, whatever the last bit of the product
    const rank = Math.max(1, Math.ceil(p * values * (1 - 1e-12)));
    if (rank === values) return max;
    let seen = 0;
    const index = this.counts.findIndex((count) => {
      seen += count;
      return seen >= rank;
    });
    const middle = (lowerBound(index) + lowerBound(index + 1) - 1) / 2;
    return Math.min(max, Math.max(min, middle));
  }

  /**
   * [lower bound, count] of every bucket that is not empty, in rising order. If they are more than `most`,
   * neighbours are joined, two by two, and so again: buckets are then within 1.6 %, or 3.1 %, …
   */
  toPairs(most = Number.POSITIVE_INFINITY): [number, number][] {
    for (let perDoubling = PER_DOUBLING; ; perDoubling /= 2) {
      const joined = new Map<number, number>();
      for (const [i, count] of this.counts.entries()) {
        if (count === 0) continue;
        const bound = roundDown(lowerBound(i), perDoubling);
        joined.set(bound, (joined.get(bound) ?? 0) + count);
      }
      if (joined.size <= most || perDoubling === 1) return [...joined];
    }
  }
}

/**
 * Bucket of an integer below 2^40. Bit operations end at 31 bits, so longer values lose 16 low bits first, which no
 * bucket sees.
 */
function indexOf(value: number): number {
  if (value >= 2 ** 31) return 16 * PER_DOUBLING + indexOf(Math.floor(value / 2 ** 16));
  const shift = Math.max(0, 24 - Math.clz32(value));
  return shift * PER_DOUBLING + (value >>> shift);
}

function lowerBound(index: number): number {
  const shift = Math.max(0, Math.floor(index / PER_DOUBLING) - 1);
  return (index - shift * PER_DOUBLING) * 2 ** shift;
}

/** To the grid that has so many buckets in each doubling. */
function roundDown(value: number, perDoubling: number): number {
  if (value < 2 * perDoubling) return value;
  const step = 2 ** Math.floor(Math.log2(value)) / perDoubling;
  return Math.floor(value / step) * step;
}
