import type { GuestPlayed } from './account-views.ts'

/** Pure. How much was played, for a sentence: "3 decisions in 2 attempts". */
export function playedText({ attempts, decisions }: GuestPlayed): string {
  if (attempts === 0) return 'what you said about your role'
  const cases = attempts === 1 ? 'one case' : `${attempts} attempts at cases`
  if (decisions === 0) return `the start of ${cases}`
  return `${decisions === 1 ? 'one decision' : `${decisions} decisions`} in ${cases}`
}
