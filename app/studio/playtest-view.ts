import type { Recovered } from '../cases/playtest-recovery.ts'
import type { Playtested, Tested } from '../cases/playtested.ts'
import type { PlaytestView } from '../components/studio-views.ts'

/** Pure. The result of a playtest as the studio shows it. */
export function playtestView({ tested, runs, unmetEndings, untakenChoices }: Playtested): PlaytestView {
  const learners = tested.filter(({ player }) => player.ability !== null)
  const [first] = learners
  const decisions = [...(first?.choices ?? [])]
  return {
    abilities: learners.map(({ player }) => String(player.ability)),
    choices: decisions.map(([decision, options]) => {
      const met = learners.map(({ choices }) => sum(choices.get(decision)))
      return {
        decision,
        met: met.map((count) => percent(count / runs)),
        options: [...options.keys()].map((id) => ({
          id,
          shares: learners.map(({ choices }, at) => percent((choices.get(decision)?.get(id) ?? 0) / (met[at] ?? 0))),
        })),
      }
    }),
    endings: [...(first?.endings.keys() ?? [])].map((id) => ({
      id,
      shares: learners.map(({ endings }) => percent((endings.get(id) ?? 0) / runs)),
    })),
    gains: tested.map((one) => ({
      name: nameOf(one),
      gain: percent(one.gain ?? NaN),
      endings: endingsText(one, runs),
    })),
    recovered: learners.map(({ player, recovered }) => ({
      ability: String(player.ability),
      execution: recoveredText(recovered.execution),
      influence: recoveredText(recovered.influence),
    })),
    missed: [
      ...unmetEndings.map((id) => `No learner and no policy met the ending ${id}.`),
      ...untakenChoices.map(({ decision, choice }) => `Nobody took ${choice} in ${decision}.`),
    ],
  }
}

function nameOf({ player }: Tested): string {
  return player.ability === null ? player.name : `Learner of ability ${player.ability}`
}

function endingsText({ endings, unfinished }: Tested, runs: number): string {
  const met = [...endings].filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one)
  const told = met.map(([id, count]) => `${id} ${percent(count / runs)}`)
  return [...told, ...(unfinished > 0 ? [`given up ${percent(unfinished / runs)}`] : [])].join(', ')
}

function recoveredText({ mean, low, high, holds }: Recovered): string {
  const held = holds === null ? '' : `, holds ${percent(holds)}`
  return `${decimals(mean)} (${decimals(low)} to ${decimals(high)}${held})`
}

function sum(counts: ReadonlyMap<string, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0)
}

function percent(share: number): string {
  return Number.isFinite(share) ? `${Math.round(share * 100) + 0} %` : '–'
}

/** Never "-0.00". */
function decimals(value: number): string {
  return (Math.round(value * 100) / 100 + 0).toFixed(2)
}
