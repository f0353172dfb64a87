import type { Case } from '../../machines/case/case.ts'
import { explore } from '../../machines/case/graph/explore.ts'
import { playtest } from '../../machines/case/playtest/playtest.ts'
import { PLAYERS } from '../../machines/case/playtest/players.ts'
import { reachOf } from '../../machines/case/reach.ts'
import { stepperOf } from '../../machines/case/step.ts'
import { recoveredFrom } from './playtest-recovery.ts'
import type { Playtested, Tested } from './playtested.ts'

/** How a case is to be playtested: `slug` names it in the logs, the same `seed` gives the same plays. */
export type PlaytestPlan = { slug: string; runs: number; seed: number }

/** Pure. Lets every simulated learner and policy play a case so many times. The case must have passed the check. */
export function playtestCase(source: Case, { slug, runs, seed }: PlaytestPlan): Playtested {
  const stepper = stepperOf(source)
  const graph = explore(stepper)
  if (graph.kind === 'too-large') throw new Error('expected a case that has passed the check')
  const { nBar } = reachOf(graph)
  const tested = PLAYERS.map((player): Tested => {
    const { plays, ...report } = playtest(stepper, player, { runs, seed })
    const { name, ability } = player
    return { ...report, player: { name, ability }, recovered: recoveredFrom(plays, { slug, nBar, ability }) }
  })
  return { runs, seed, nBar, tested, ...missedBy(tested) }
}

function missedBy(tested: ReadonlyArray<Tested>): Pick<Playtested, 'unmetEndings' | 'untakenChoices'> {
  const [first] = tested
  if (!first) return { unmetEndings: [], untakenChoices: [] }
  const isUntaken = (decision: string, choice: string) =>
    tested.every(({ choices }) => (choices.get(decision)?.get(choice) ?? 0) === 0)
  return {
    unmetEndings: [...first.endings.keys()].filter((id) => tested.every(({ endings }) => endings.get(id) === 0)),
    untakenChoices: [...first.choices].flatMap(([decision, counts]) =>
      [...counts.keys()].filter((choice) => isUntaken(decision, choice)).map((choice) => ({ decision, choice })),
    ),
  }
}
