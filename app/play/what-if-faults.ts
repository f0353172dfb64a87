import type { ErrorPageProps } from '../components/error-page.tsx'
import type { Played } from './attempt.server.ts'
import type { WhatIfRun } from './what-if-run.ts'

const KEPT = 'Your attempt is as it was: a what-if changes nothing and never counts.'

/** Pure. For an address that no page of ours can have led to. `start` is where the what-if begins. */
export function unreadableText(start: string): ErrorPageProps {
  return {
    title: 'This what-if can’t be read',
    happened:
      'A what-if is kept in its address alone, and this address is not one that the pages here would have made. It may have been cut off or changed on its way.',
    kept: KEPT,
    next: [{ label: 'Start it again', to: start }],
  }
}

/** Pure. For choices of which one is not possible: where it went wrong, and the way on from before it. */
export function impossibleText({ run, possible }: WhatIfRun, choices: ReadonlyArray<string>): ErrorPageProps {
  const { attempt, standing, whatIfFrom } = run
  const hasEnded = standing.at.kind === 'ending'
  return {
    title: 'This what-if can’t be played to its end',
    happened: hasEnded ? endedText(possible, choices.length) : missingText(run, possible, choices[possible] ?? ''),
    kept: KEPT,
    next: [
      { label: hasEnded ? 'See how it ends' : 'Go on from there', to: run.address },
      { label: 'Back to the debrief', to: `/attempts/${attempt.id}/debrief#decision-${whatIfFrom ?? 1}` },
    ],
  }
}

function endedText(possible: number, choices: number): string {
  const over = choices - possible
  const more = over === 1 ? 'is one choice more' : `are ${over} choices more`
  return `The case has ended with choice ${possible} of this address, but there ${more} in it.`
}

function missingText({ attempt, standing }: Played, possible: number, choice: string): string {
  const { title } = standing.at.scene
  const where = `decision ${attempt.decisions.length + 1}${title === null ? '' : `, “${title}”`}`
  const before = possible === 0 ? '' : ' All choices before it are possible.'
  return `At ${where}, there is no option “${choice}” to choose on this way.${before}`
}
