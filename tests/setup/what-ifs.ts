import type { Case } from '../../machines/case/case.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { Player, Standing } from '../../machines/play/replay.ts'
import type { Habit } from '../e2e/learners.ts'
import type { Visitor } from './visitor.ts'

/** The choices of a run in which every decision is made by the same habit. */
export function choicesOf(source: Case, habit: Habit): Array<string> {
  const player = playerOf(source)
  const choices: Array<string> = []
  for (let standing = player.start; standing.at.kind === 'decision';) {
    const { best } = habit(player.stepper.offered(standing.state), standing.at.decision, choices.length)
    standing = stepOn(player, standing, best.id)
    choices.push(best.id)
  }
  return choices
}

/** Where a choice leads, which has to be possible. */
export function stepOn(player: Player, standing: Standing, choice: string): Standing {
  const chosen = player.choose(standing, choice)
  if (!chosen) throw new Error(`Expected "${choice}" to be possible in "${standing.state.scene}"`)
  return chosen
}

/** A way to an ending that chooses otherwise at decision `from` of a run, and after it whatever comes first in the file. */
export function otherWay(source: Case, run: ReadonlyArray<string>, from: number): Array<string> {
  const player = playerOf(source)
  let standing = run.slice(0, from).reduce((before, choice) => stepOn(player, before, choice), player.start)
  const choices: Array<string> = []
  while (standing.at.kind === 'decision') {
    const offered = player.stepper.offered(standing.state)
    const choice = (choices.length === 0 ? offered.find(({ id }) => id !== run[from]) : offered[0])?.id ?? ''
    standing = stepOn(player, standing, choice)
    choices.push(choice)
  }
  return choices
}

/** Where a what-if from decision `from` of an attempt stands after these choices. */
export function addressOf(attempt: string, from: number, choices: ReadonlyArray<string>, more = ''): string {
  return `${attempt}/what-if/${from}?${[...choices.map((choice) => `c=${choice}`), more].filter(Boolean).join('&')}`
}

/** The page at an address, where nothing is told at once, the one that follows. */
export async function readWhatIf(visitor: Visitor, address: string): Promise<string> {
  const answer = await visitor.get(address)
  if (answer.status === 302 && answer.location?.includes('/what-if/')) return readWhatIf(visitor, answer.location)
  if (answer.status !== 200) throw new Error(`Expected a page at ${address}, found ${answer.status}`)
  return answer.text
}
