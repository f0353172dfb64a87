import { redirect } from '@remix-run/node'
import { partingOf } from '../../machines/play/compare-runs.ts'
import type { ErrorPageProps } from '../components/error-page.tsx'
import type { PlayPage } from '../components/views.ts'
import type { ComparisonView, WhatIfDecision } from '../components/what-if-views.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { comparisonView } from './comparison-view.ts'
import { noticeText } from './notices.ts'
import { openDebrief } from './open-debrief.server.ts'
import { decisionPage, earlierPage, endingPage } from './play-page.ts'
import { showPassed } from './show-attempt.server.ts'
import { readWhatIfAddress, whatIfAddress } from './what-if-address.ts'
import type { WhatIfAddress } from './what-if-address.ts'
import { impossibleText, unreadableText } from './what-if-faults.ts'
import { whatIfRun } from './what-if-run.ts'

export type ShownWhatIf =
  | { kind: 'play'; page: PlayPage }
  | { kind: 'decision'; view: WhatIfDecision }
  | { kind: 'compared'; view: ComparisonView }
  | { kind: 'refused'; why: ErrorPageProps }

/**
 * What an address of a what-if shows. Reads only: its choices are in the address and nowhere else, no reading clock starts, and there
 * is nothing that could count.
 */
export async function showWhatIf(
  played: Played,
  seq: string,
  search: URLSearchParams,
  services: Services,
): Promise<ShownWhatIf> {
  const from = placeOf(seq, played)
  if ((await openDebrief(played, services)) === null) throw redirect(`/attempts/${played.attempt.id}?notice=early`)
  const address = readWhatIfAddress(search)
  if (address === null) return { kind: 'refused', why: unreadableText(whatIfAddress(played.attempt.id, from, [])) }
  const way = whatIfRun(played, from, address.c)
  if (way.possible < address.c.length) return { kind: 'refused', why: impossibleText(way, address.c) }
  const { run } = way
  if (isUnanswered(run, address)) return openDecision(played, run, from, address)
  return showPassed(run, search) ?? showStanding(played, run, from, address)
}

/** The decision from which a what-if plays on; what the attempt has not decided does not exist. */
function placeOf(seq: string, { attempt }: Played): number {
  const from = /^\d{1,5}$/.test(seq) ? Number(seq) : Infinity
  if (from >= attempt.decisions.length) throw new Response(null, { status: 404 })
  return from
}

/** The form names the decision that it answers: where the address holds no choice for it, nothing was marked. */
function isUnanswered({ attempt, standing }: Played, { after, visit }: WhatIfAddress): boolean {
  return standing.at.kind === 'decision' && visit === undefined && after === attempt.decisions.length
}

function showStanding(played: Played, run: Played, from: number, address: WhatIfAddress): ShownWhatIf {
  if (run.standing.at.kind === 'decision') {
    if (address.compare !== undefined) throw redirect(run.address)
    return openDecision(played, run, from, address)
  }
  if (address.compare !== undefined) return { kind: 'compared', view: comparisonView(played, run) }
  // The questions of an ending belong to the attempt: here nobody is asked, and nothing that was answered is sent.
  const page = endingPage(run, new Map(), new Map(), noticeText(address.notice ?? null))
  return { kind: 'play', page: { ...page, reflections: [], reflected: false } }
}

function openDecision(played: Played, run: Played, from: number, address: WhatIfAddress): ShownWhatIf {
  const here = run.standing.visits.length - 1
  const isParted = partingOf(played.standing.visits, run.standing.visits) !== null
  return {
    kind: 'decision',
    view: {
      page: { ...decisionPage(run, null, noticeText(address.notice ?? null)), asksWorst: false },
      from,
      choices: address.c,
      ownHtml: isParted ? null : (earlierPage(played, here)?.chosenHtml ?? null),
      isUnanswered: isUnanswered(run, address),
    },
  }
}
