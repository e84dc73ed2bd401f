/** Everything that a chapter may show, for one line of imports: `import { Card, Fact, Quiz } from "#chapter";` */

export { default as Fact } from "../Fact.astro";
export { default as Native } from "../Native.astro";
export { default as Notebook } from "../Notebook.astro";
export { default as Recorded } from "../Recorded.astro";
export { default as Answer } from "./Answer.astro";
export { default as Card } from "./Card.astro";
export { default as Cards } from "./Cards.astro";
export { default as Define } from "./Define.astro";
export { default as Exercise } from "./Exercise.astro";
export { default as Figure } from "./Figure.astro";
export { default as FurtherReading } from "./FurtherReading.astro";
export { default as Hint } from "./Hint.astro";
export { default as Option } from "./Option.astro";
export { default as Predict } from "./Predict.astro";
export { default as Question } from "./Question.astro";
export { default as Quiz } from "./Quiz.astro";
export { default as SeeAlso } from "./SeeAlso.astro";
export { default as SideNote } from "./SideNote.astro";
export { default as Solution } from "./Solution.astro";
export { default as Sources } from "./Sources.astro";
