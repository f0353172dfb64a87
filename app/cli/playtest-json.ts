import type { Playtested } from '../cases/playtested.ts'

/** A playtest of a file. */
export type FilePlaytested = Playtested & { file: string; slug: string; hash: string; title: string }

/** Pure. The result of a playtest for programs: one object, its keys always the same. Shares are from 0 to 1. */
export function playtestJson({ title, tested, unmetEndings, untakenChoices, ...about }: FilePlaytested): string {
  const players = tested.map(({ player, gain, endings, choices, unfinished, recovered }) => ({
    name: player.name,
    ability: player.ability,
    gain,
    unfinished,
    endings: Object.fromEntries(endings),
    choices: Object.fromEntries([...choices].map(([decision, counts]) => [decision, Object.fromEntries(counts)])),
    recovered,
  }))
  return `${JSON.stringify({ ...about, title, players, unmetEndings, untakenChoices }, null, 2)}\n`
}
