import { describeVerdict } from "../describe.ts";
import { isEdited } from "../edited.ts";
import { describeLatencies } from "../latencies/describe.ts";
import { describeParallel } from "../parallel/describe.ts";
import { describeTimeline } from "../timeline/describe.ts";
import type { Outcome, Result } from "../types.ts";
import { earlierVerdicts, longerButton, longerHelps } from "./longer.ts";
import { outcomeClaims } from "./outcome-claims.ts";
import { inputNotes, isStale } from "./settings.ts";

/** What an experiment shows by itself: verdicts and warnings of the reader's run, and the state of every claim. */
export function experimentView(outcome: Outcome, runnable: boolean, runLonger?: () => void): Node[] {
  const { own, recorded, spec } = outcome;
  const nodes: Node[] = [];
  if (!runnable)
    nodes.push(node("p", "hp-note", "This page cannot run the experiment. Open the notebook in Hot Path."));
  for (const sentence of inputNotes(outcome)) nodes.push(node("p", "hp-stale", sentence));
  if (own) nodes.push(...ownView(outcome, own));
  if (own && runLonger && longerHelps(own, spec) && !isStale(outcome))
    nodes.push(node("p", "", longerButton(own, runLonger)));
  if ((spec.claims ?? []).length > 0 && (own || recorded.length > 0)) nodes.push(outcomeClaims(outcome));
  return nodes;
}

function ownView(outcome: Outcome, own: Result): Node[] {
  const nodes: Node[] = own.comparisons.map((comparison) => {
    const line = node("p", "hp-verdict", describeVerdict(comparison, own.harness.sameWithin));
    line.dataset.verdict = comparison.verdict;
    return line;
  });
  const sentences = [
    ...describeParallel(outcome.spec, own),
    ...describeLatencies(own),
    ...describeTimeline(own),
  ];
  for (const sentence of sentences) nodes.push(node("p", "hp-verdict", sentence));
  if (isEdited(own)) nodes.unshift(node("p", "hp-note", "Measured on edited code, in a sandbox."));
  for (const warning of own.warnings) {
    const line = node("p", "hp-warning", `${warning.sentence} ${warning.next}`);
    line.dataset.code = warning.code;
    nodes.push(line);
  }
  const { length: discarded } = own.discarded;
  if (discarded > 0) {
    const blocks = discarded === 1 ? "1 block was" : `${discarded} blocks were`;
    const why = "because something disturbed the machine meanwhile";
    nodes.push(node("p", "hp-note", `${blocks} measured again or left out, ${why}.`));
  }
  for (const sentence of earlierVerdicts(outcome.earlier ?? [], outcome.spec))
    nodes.push(node("p", "hp-earlier", sentence));
  return nodes;
}

function node(tag: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}
