import { Form, Link } from '@remix-run/react'
import { momentText } from './moment-text.ts'
import { Notice } from './notice.tsx'
import { StudioNav } from './studio-nav.tsx'
import type { ChangeView, StayView, VersionRow, VersionsPage } from './studio-views.ts'

/** What was in service when, what each version changed, and how to go back. */
export function Versions({ page, notice }: { page: VersionsPage; notice: string | null }) {
  const { slug, title, versions, withdrawnOn, draft } = page
  return (
    <>
      <header className="bar">
        <div>
          <p className="kicker">Studio · versions</p>
          <h1>{title}</h1>
        </div>
        {versions.length > 0 && withdrawnOn === null && (
          <Form method="post" className="actions">
            <button className="button quiet" name="intent" value="withdraw" aria-describedby="withdraw-says">
              Withdraw
            </button>
          </Form>
        )}
      </header>
      <StudioNav slug={slug} here="versions" />
      <Notice text={notice} />
      {withdrawnOn !== null && (
        <p className="notice">
          Withdrawn since {momentText(withdrawnOn)}: the library does not offer it. Publishing the draft or rolling back
          ends that.
        </p>
      )}
      {draft && <DraftChanges slug={slug} draft={draft} isFirst={versions.length === 0} />}
      {versions.length === 0 ? (
        <p className="prose">Nothing was published yet, so no learner can see this case.</p>
      ) : (
        <ol className="versions">
          {versions.map((version, index) => (
            <Version key={JSON.stringify([versions.length - index, version.hash])} version={version} />
          ))}
        </ol>
      )}
      {versions.length > 0 && withdrawnOn === null && (
        <p className="small" id="withdraw-says">
          Withdrawing takes the case out of the library at once. Whoever is playing it finishes, and nothing that was
          decided is lost.
        </p>
      )}
    </>
  )
}

type DraftChangesProps = { slug: string; draft: NonNullable<VersionsPage['draft']>; isFirst: boolean }

function DraftChanges({ slug, draft: { changes, stay, errors }, isFirst }: DraftChangesProps) {
  return (
    <section className="draft-changes" aria-labelledby="draft-title">
      <h2 id="draft-title">The draft is not published</h2>
      <p>
        {errors > 0
          ? `It has ${errors} ${errors === 1 ? 'error' : 'errors'}, which must go first.`
          : 'It has no error and can be published.'}{' '}
        <Link to={`/teach/cases/${slug}`}>Open the text</Link>
      </p>
      {!isFirst && errors === 0 && <Changes changes={changes} stay={stay} slug={slug} />}
    </section>
  )
}

function Version({ version }: { version: VersionRow }) {
  const { number, hash, publishedAt, isInService, canComeBack, underWay, changes, stay } = version
  return (
    <li>
      <h2>
        Version {number}{' '}
        <span>
          {hash.slice(0, 7)} · {momentText(publishedAt)}
        </span>
      </h2>
      <p className="small">
        {isInService ? <b>In service. </b> : null}
        {underWayText(underWay, isInService)}
      </p>
      {changes === null ? (
        <p className="small">The first to be in service.</p>
      ) : (
        <Changes changes={changes} stay={stay} />
      )}
      {canComeBack && (
        <Form method="post">
          <input type="hidden" name="hash" value={hash} />
          <button className="button quiet" name="intent" value="back">
            Put version {number} back into service
          </button>
        </Form>
      )}
    </li>
  )
}

type ChangesProps = {
  changes: Array<ChangeView> | null
  stay: StayView | null
  /** Given where the later text is the draft: each change then leads to its line. */
  slug?: string
}

function Changes({ changes, stay, slug }: ChangesProps) {
  if (changes === null || changes.length === 0) return <p className="small">No scene, option or rating changed.</p>
  return (
    <>
      <ul className="changes">
        {changes.map(({ kind, id, told, line }) => (
          <li key={`${kind} ${id} ${told}`}>
            {kind} {id !== null && <em>{id}</em>}
            {told}
            {slug !== undefined && line !== null && (
              <>
                {' '}
                <Link className="small" to={`/teach/cases/${slug}?line=${line}`}>
                  line {line}
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
      {stay && (
        <p className="small">
          Affects {stay.learners === 1 ? 'one learner' : `${stay.learners} learners`} on version {stay.number}, who{' '}
          {stay.learners === 1 ? 'stays' : 'stay'} on it.
        </p>
      )}
    </>
  )
}

function underWayText(learners: number, isInService: boolean): string {
  if (learners === 0) return 'Nobody has it under way.'
  const who = learners === 1 ? 'One learner has' : `${learners} learners have`
  return isInService ? `${who} it under way.` : `${who} it under way and ${learners === 1 ? 'stays' : 'stay'} on it.`
}
