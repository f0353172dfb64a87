import type { Estimate, MomentView } from './profile-views.ts'
import type { Ratings } from './views.ts'

/** The live example: the same small decision again and again, and what the picks so far show. */
export type ExampleView = {
  options: Array<{ letter: string; text: string; ratings: Ratings; to: string }>
  execution: ExampleBar
  influence: ExampleBar
  picks: number
  moments: Array<MomentView>
  /** Ready-made series of picks. */
  series: Array<{ label: string; to: string }>
  back: string | null
  isFull: boolean
}

type ExampleBar = Estimate & { claim: string; isClaimed: boolean }

/** The figures of the simulation; see the benchmark that writes them. */
export type SimulationView = {
  learners: number
  rows: Array<{
    cases: number
    naive: { r: number; rmse: number; false: number }
    bestOnly: { r: number; rmse: number; cover: number }
    bestAndWorst: { r: number; rmse: number; cover: number }
    leaning: { claimed: number; false: number }
    sure: { claimed: number; false: number }
  }>
  checkpoints: Array<number>
  conditions: Array<{ name: string; accuracies: Array<{ rmse: number; cover: number }> }>
}
