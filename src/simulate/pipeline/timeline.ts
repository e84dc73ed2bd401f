/** Some cycles of an instruction, from the first to the last of them. */
export interface Stay {
  from: number;
  to: number;
  /** letter of the stage it is in: of the stage where it waits, if it waits */
  stage: string;
  /** `work` in a stage, `wait` for something, or work for nothing: `lost` */
  kind: "work" | "wait" | "lost";
  /** what it does, to follow the instruction's text: "waits for r1" */
  says: string;
}

export interface PipelineRow {
  /** the instruction, or what stands for those of a wrong path */
  text: string;
  /** fetched on a wrong guess, and thrown away */
  lost: boolean;
  stays: Stay[];
}

/** A trace in a pipeline: who was where in which cycle. */
export interface PipelineRun {
  /** letter and name of each stage, in order */
  stages: (readonly [letter: string, name: string])[];
  rows: PipelineRow[];
  /** of the trace, without those of wrong paths */
  instructions: number;
  /** until the last instruction has left the pipeline */
  cycles: number;
  /** instructions of wrong paths that were fetched */
  lost: number;
}

/** What each instruction does in this cycle, as sentences. */
export function whatHappens({ rows }: PipelineRun, cycle: number): string[] {
  return rows.flatMap(({ text, stays }) => {
    const stay = stays.find(({ from, to }) => from <= cycle && cycle <= to);
    return stay ? [`${text} ${stay.says}`] : [];
  });
}

/** The stay, or none if it would end before it begins. */
export function stay(from: number, to: number, stage: string, kind: Stay["kind"], says: string): Stay[] {
  return to < from ? [] : [{ from, to, stage, kind, says }];
}
