import type { Played } from './attempt.server.ts'
import { counted } from './profile-text.ts'

// All functions are pure.

/** The heading of a learner's home: what comes first now. */
export function homeHeadline({ due, underWay, isNew }: { due: number; underWay: number; isNew: boolean }): string {
  if (due === 1) return 'A plan of yours has come back.'
  if (due > 1) return `${due} plans of yours have come back.`
  if (underWay > 0) return 'Go on where you stopped.'
  return isNew ? 'Begin with a first case.' : 'What comes next?'
}

/** Where an attempt stopped, and what going on is called. Names no scene that was not yet on screen. */
export function stoppedText({
  attempt: { decisions, openSeq },
  standing,
}: Pick<Played, 'standing'> & { attempt: Pick<Played['attempt'], 'decisions' | 'openSeq'> }): {
  stopped: string
  label: string
} {
  const taken = decisions.length
  const isOpen = openSeq === taken && standing.at.kind === 'decision' && standing.at.scene.title !== null
  const at = isOpen ? `You stopped at “${standing.at.scene.title}”. ` : ''
  if (taken === 0) return { stopped: `${at}Nothing is decided yet.`, label: 'Go on from the first scene' }
  return { stopped: `${at}${counted(taken, 'decision')} taken.`, label: `Go on after decision ${taken}` }
}
