import { redirect } from '@remix-run/node'
import { LRUCache } from 'lru-cache'
import type { Case, Decision } from '../../machines/case/case.ts'
import { remainingIn } from '../../machines/play/remaining.ts'
import type { Remaining } from '../../machines/play/remaining.ts'
import { playerOf } from '../../machines/play/replay.ts'
import type { Player, Standing } from '../../machines/play/replay.ts'
import { hashSource } from '../cases/hash-source.server.ts'
import { addressWith } from '../components/address.ts'
import type { DraftPlay } from '../components/studio-views.ts'
import type { BeatPage } from '../components/views.ts'
import type { Services } from '../http/context.ts'
import { draftOf, problemsOf, readDecisionForm } from '../play/decision-form.ts'
import { asksWorst, beatPage, decisionPage, endingPage } from '../play/play-page.ts'
import type { Run } from '../play/play-page.ts'
import { showPassed } from '../play/show-attempt.server.ts'
import { checkSource } from './check-source.server.ts'
import { compileScene } from './compile-scene.server.ts'
import { draftPlayAddress, readDraftAddress, wayFields } from './draft-address.ts'
import type { DraftWay } from './draft-address.ts'
import { draftRun } from './draft-run.ts'
import type { StudioCase } from './require-case.server.ts'

/**
 * A draft as a learner plays it, from any of its scenes. Reads only: its choices are in the address and nowhere else. An edit that takes
 * a choice away ends the way before it.
 */
export async function playDraft(
  found: StudioCase,
  search: URLSearchParams,
  { checker }: Services,
): Promise<DraftPlay | null> {
  const address = readDraftAddress(search)
  if (address === null) return null
  const { source, images, slug } = found
  const checked = await checkSource(source, images, checker)
  const title = checked.title ?? slug
  if (checked.case === null) return { kind: 'unreadable', slug, title, isFramed: address.way.isFramed }
  const way = knownWay(address.way, checked.case)
  const shown = {
    slug,
    title,
    isFramed: way.isFramed,
    again: addressWith(draftPlayAddress(slug, { ...way, choices: [] }), 'after=start'),
  }
  const played = playedFrom(hashSource(source), checked.case, way.from)
  const run = draftRun(() => played().player, way.choices)
  if (run.kind === 'stuck') return { kind: 'stuck', ...shown, scene: run.scene }
  const gone = { ...way, choices: way.choices.slice(0, run.possible) }
  const isCut = run.possible < way.choices.length
  const tried = await triedRun(slug, checked.case, played(), run.standing, gone)
  const decided = address.sent && !isCut ? decideIn(tried, gone, address.sent) : null
  const page =
    (isCut ? null : (openingPage(tried, search) ?? showPassed(tried, search)?.page)) ?? restPage(tried, isCut)
  const { to, fields } = { to: `/teach/cases/${slug}/play`, fields: wayFields(gone) }
  return { kind: 'play', ...shown, page, way: { to, fields }, ...(decided ?? { draft: null, problems: {} }) }
}

/** A scene that the text no longer has gives way to the first. */
function knownWay(way: DraftWay, { scenes }: Case): DraftWay {
  return scenes.some(({ id }) => id === way.from) ? way : { ...way, from: null }
}

type Playable = { player: Player; remaining: (state: Standing['state']) => Remaining }

const playables = new LRUCache<string, Playable>({ max: 30 })

/** What plays a text from a scene; made when it is asked for, since a draft may not even get through its first scenes. */
function playedFrom(hash: string, source: Case, from: string | null): () => Playable {
  const key = `${hash} ${from ?? ''}`
  return () => {
    const known = playables.get(key)
    if (known) return known
    const player = playerOf({ ...source, start: from ?? source.start })
    const made = { player, remaining: remainingIn(player.stepper) }
    playables.set(key, made)
    return made
  }
}

/** The order of options is that of an attempt: another for each, and always the same for this one. */
const ATTEMPT = 'preview'

async function triedRun(
  slug: string,
  source: Case,
  { player, remaining }: Playable,
  standing: Standing,
  way: DraftWay,
): Promise<Run> {
  const visited = new Set(standing.visits.map(({ state }) => state.scene))
  const html = await Promise.all(
    source.scenes
      .filter(({ id }) => visited.has(id))
      .map(async (scene) => [scene.id, await compileScene(source, scene, slug)] as const),
  )
  return {
    attempt: { id: ATTEMPT, slug, decisions: way.choices.map(() => ({ timedOut: false })) },
    loaded: { hash: 'draft', case: source, html: Object.fromEntries(html), player, remaining },
    standing,
    address: draftPlayAddress(slug, way),
    whatIfFrom: null,
  }
}

/** The scenes before the first decision are read one by one; where there are none, the way stands at that decision. */
function openingPage(run: Run, search: URLSearchParams): BeatPage | null {
  if (search.get('after') !== 'start' || search.has('visit')) return null
  const page = beatPage(run, 'start', Number(search.get('beat') ?? 0))
  if (page) return page
  throw redirect(run.address)
}

function restPage(run: Run, isCut: boolean) {
  const cut = isCut ? 'The text has changed: this is how far your way through it still goes.' : null
  const { at } = run.standing
  if (at.kind === 'ending') return endingPage(run, new Map(), new Map(), cut)
  return decisionPage(run, null, cut ?? limitText(at.decision))
}

function limitText({ limit }: Decision): string | null {
  return limit === null ? null : `A learner has ${limit.seconds} seconds here. In the preview no time runs.`
}

/** What comes of the form of a decision: its problems, or the way on. Null for a form that is not of the open decision. */
function decideIn(
  run: Run,
  way: DraftWay,
  sent: FormData,
): Pick<Extract<DraftPlay, { kind: 'play' }>, 'draft' | 'problems'> | null {
  const fields = readDecisionForm(sent)
  if (fields === null || fields.seq !== way.choices.length || run.standing.at.kind !== 'decision') return null
  const offered = run.loaded.player.stepper.offered(run.standing.state).map(({ id }) => id)
  const problems = problemsOf(fields, offered, asksWorst(run))
  if (fields.best === undefined || Object.keys(problems).length > 0) return { draft: draftOf(fields), problems }
  const next = { ...way, choices: [...way.choices, fields.best] }
  throw redirect(addressWith(draftPlayAddress(run.attempt.slug, next), `after=${fields.seq}`))
}
