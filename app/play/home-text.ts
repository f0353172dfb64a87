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
export function stoppedText(played: Stopped): { stopped: string; label: string } {
  const taken = played.attempt.decisions.length
  if (taken === 0)
    return { stopped: `${placeText(played)}Nothing is decided yet.`, label: 'Go on from the first scene' }
  return { stopped: `${placeText(played)}${counted(taken, 'decision')} taken.`, label: `Go on after decision ${taken}` }
}

type Stopped = Pick<Played, 'standing' | 'loaded'> & { attempt: Pick<Played['attempt'], 'decisions' | 'openSeq'> }

/** The open scene if it was asked for, else the last one that was decided in. */
function placeText({ attempt: { decisions, openSeq }, standing, loaded }: Stopped): string {
  if (openSeq === decisions.length && standing.at.scene.title !== null)
    return `You stopped at “${standing.at.scene.title}”. `
  const last = standing.visits.findLast(({ choice }) => choice !== null)
  const title = last ? loaded.player.stepper.scene(last.state.scene).title : null
  return title === null ? '' : `You last decided in “${title}”. `
}
