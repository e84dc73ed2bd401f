/** A branch predictor: asked before a branch is executed, told afterwards. */
export interface Predictor {
  /** the field's name for it */
  name: string;
  /** state it needs in hardware, in bits: tables and history, not logic */
  storageBits: number;
  /** true if the branch at `pc` is expected to be taken; changes nothing */
  predict: (pc: number) => boolean;
  /** what the branch at `pc` did; for each branch once, after its prediction */
  update: (pc: number, taken: boolean) => void;
}
