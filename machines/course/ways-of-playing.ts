import type { CaseFacts } from '../case/case-facts.ts'
import { endingChances } from '../case/playtest/ending-chances.ts'
import { PLAYERS } from '../case/playtest/players.ts'

/** Policies that follow the ratings alone. */
export const WAYS = ['highest execution', 'highest influence', 'highest on both', 'lowest on both'] as const

type Way = (typeof WAYS)[number]

/** Where ways of playing lead. `chance` is under 1 where the policy has options alike to it, and so takes each as often. */
export type WaysOfPlaying = {
  likeliest: Record<Way, { ending: string; chance: number }>
  /** By the ids of endings: how likely each is where every option is taken as often. */
  atRandom: Map<string, number>
}

/**
 * Pure.
 * @throws RangeError where a loop keeps a play from ending
 */
export function waysOfPlaying(facts: CaseFacts): WaysOfPlaying {
  return {
    likeliest: {
      'highest execution': likeliestEnding(facts, 'highest execution'),
      'highest influence': likeliestEnding(facts, 'highest influence'),
      'highest on both': likeliestEnding(facts, 'highest on both'),
      'lowest on both': likeliestEnding(facts, 'lowest on both'),
    },
    atRandom: chancesOf(facts, 'any option'),
  }
}

function likeliestEnding(facts: CaseFacts, way: Way): { ending: string; chance: number } {
  const [first, ...others] = [...chancesOf(facts, way)].map(([ending, chance]) => ({ ending, chance }))
  if (!first) throw new RangeError(`Expected an ending in "${facts.case.title}", found none`)
  return others.reduce((best, other) => (other.chance > best.chance ? other : best), first)
}

function chancesOf(facts: CaseFacts, name: Way | 'any option'): Map<string, number> {
  const player = PLAYERS.find((known) => known.name === name)
  if (!player) throw new Error(`Expected a player named "${name}", found none`)
  return endingChances(facts, player)
}
