import type { Choice, Decision } from '../case.ts'
import { expressionText } from '../expression-text.ts'
import { changed } from './change.ts'
import type { Both, Change, Subject } from './change.ts'
import { diffList } from './diff-list.ts'
import { matched } from './match.ts'
import { reworded } from './text-change.ts'

/** Pure. What differs between two versions of a decision, its options included. */
export function diffDecision(before: Decision, after: Decision): Array<Change> {
  const both: Both = {
    subject: { kind: 'decision', id: after.id },
    placeBefore: before.place,
    placeAfter: after.place,
  }
  return [
    ...changed(both, 'execution', before.execution, after.execution),
    ...changed(both, 'influence', before.influence, after.influence),
    ...changed(both, 'limit', limitText(before), limitText(after)),
    ...changed(both, 'asks for the most harmful', yesOrNo(before.asksWorst), yesOrNo(after.asksWorst)),
    ...reworded(both, 'question', before.question, after.question),
    ...diffOptions(before, after),
  ]
}

function diffOptions(before: Decision, after: Decision): Array<Change> {
  const subjectOf = ({ id }: Choice): Subject => ({ kind: 'option', id, decision: after.id })
  return diffList(
    matched(before.choices, after.choices, ({ id }) => id),
    subjectOf,
    diffOption,
  )
}

function diffOption(both: Both, before: Choice, after: Choice): Array<Change> {
  return [
    ...changed(both, 'execution', numberText(before.execution), numberText(after.execution)),
    ...changed(both, 'influence', numberText(before.influence), numberText(after.influence)),
    ...changed(both, 'goto', before.goto, after.goto),
    ...changed(both, 'if', before.if && expressionText(before.if), after.if && expressionText(after.if)),
    ...diffEffects(both, before, after),
    ...reworded(both, 'text', before.text, after.text),
    ...reworded(both, 'reason', before.because, after.because),
    ...reworded(both, 'outcome', before.outcome, after.outcome),
  ]
}

/** All effects are computed from the state before the choice: their order means nothing. */
function diffEffects(both: Both, before: Choice, after: Choice): Array<Change> {
  const names = [...new Set([...before.set, ...after.set].map(({ name }) => name))]
  const valueIn = ({ set }: Choice, name: string) => {
    const effect = set.find((one) => one.name === name)
    return effect ? expressionText(effect.value) : null
  }
  return names.flatMap((name) => changed(both, `set ${name}`, valueIn(before, name), valueIn(after, name)))
}

function limitText({ limit }: Decision): string | null {
  return limit && `${limit.seconds} seconds, then ${limit.choice}`
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value)
}

function yesOrNo(value: boolean): string {
  return value ? 'yes' : 'no'
}
