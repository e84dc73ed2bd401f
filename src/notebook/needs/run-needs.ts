import type { Manifest } from "../compile/write.ts";
import { lacking } from "./lacking.ts";
import { experimentNeeds, type Need } from "./need.ts";

/** What a running notebook has to know of what is missing on this machine. */
export class RunNeeds {
  private readonly needs: Map<number, Need[]>;
  private readonly lacks: ReadonlyMap<Need, string>;

  private constructor(needs: Map<number, Need[]>, lacks: ReadonlyMap<Need, string>) {
    this.needs = needs;
    this.lacks = lacks;
  }

  /** Asks this machine for all that the cells need. */
  static async of({ cells }: Pick<Manifest, "cells">): Promise<RunNeeds> {
    const lacks = await lacking(cells.flatMap(({ needs }) => experimentNeeds(needs)));
    return new RunNeeds(new Map(cells.map(({ id, needs }) => [id, needs])), lacks);
  }

  /** Whether a failure of this cell is no mistake: something that it uses is missing here. */
  excuses(cell: number): boolean {
    return this.isMissing(this.needs.get(cell) ?? []);
  }

  /** Whether the experiment of this cell cannot be measured here. */
  stops(cell: number): boolean {
    return this.isMissing(experimentNeeds(this.needs.get(cell) ?? []));
  }

  private isMissing(needs: Need[]): boolean {
    return needs.some((need) => this.lacks.has(need));
  }
}
