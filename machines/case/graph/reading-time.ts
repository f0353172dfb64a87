import { total } from '../reading.ts'
import type { Reading } from '../reading.ts'
import type { CompletePaths } from './complete-paths.ts'
import type { Extreme } from './extremes.ts'
import { greatestPath } from './greatest-path.ts'
import { at, integerAt } from './numbers.ts'
import { perSituation } from './situations.ts'
import type { Situations } from './situations.ts'

/**
 * Pure. The complete path with the most words to read, and how many: scenes with their artefacts and questions, all options
 * offered, the outcome of the one taken, and the questions of the ending. `Infinity` where a loop makes it endless, null where
 * no path is complete.
 */
export function longestReading(paths: CompletePaths, situations: Situations, reading: Reading): Extreme | null {
  const { graph } = paths
  const { scenes } = graph.stepper.case
  const options = perSituation(situations, ({ offered }) =>
    offered.reduce((sum, choice) => sum + reading.option(choice), 0),
  )
  const hasOutcome = scenes.map(
    ({ exit }) => exit.kind === 'decision' && exit.choices.some(({ outcome }) => outcome.length > 0),
  )
  const questions = scenes.map(reading.reflections)
  return greatestPath(paths, {
    ofState(state) {
      const words = total(reading.scene(graph.stateAt(state)))
      return words + options(state) + at(questions, integerAt(graph.scenes, state))
    },
    ofEdge(edge, from) {
      if (!at(hasOutcome, integerAt(graph.scenes, from))) return 0
      const { exit } = graph.sceneAt(from)
      const choice = exit.kind === 'decision' ? exit.choices[integerAt(graph.choices, edge)] : undefined
      return choice ? reading.outcome(choice, graph.stateAt(integerAt(graph.targets, edge))) : 0
    },
  })
}
