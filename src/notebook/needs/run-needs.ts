import type { Manifest } from "../compile/write.ts";
import type { Edits } from "../edit/edits.ts";
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

  /** Whether an experiment cannot be measured here. What changed code needs only shows when it runs. */
  stops({ cell, helpers }: Pick<Manifest["experiments"][number], "cell" | "helpers">, edits: Edits): boolean {
    const isEdited = [cell, ...helpers].some((id) => edits.has(id));
    return this.isMissing(experimentNeeds(isEdited ? [] : (this.needs.get(cell) ?? [])));
  }

  private isMissing(needs: Need[]): boolean {
    return needs.some((need) => this.lacks.has(need));
  }
}
