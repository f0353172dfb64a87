import { Form, Link } from '@remix-run/react'
import { momentText } from './moment-text.ts'
import { PageHead } from './page-head.tsx'
import { Problem } from './problem.tsx'
import type { CaseRow } from './studio-views.ts'
import { TableScroll } from './table-scroll.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

type NewCaseFields = { title: string; slug: string; problems: { title?: string; slug?: string } }

type CaseRowsProps = { cases: Array<CaseRow>; draft: NewCaseFields | null }

const NOTHING: NewCaseFields = { title: '', slug: '', problems: {} }

/** Every case with its health, and a form to begin another. */
export function CaseRows({ cases, draft }: CaseRowsProps) {
  return (
    <div className="studio-list">
      <PageHead kicker="Studio" title="Cases" />
      {cases.length === 0 ? (
        <p className="prose">There is no case yet. Begin one below.</p>
      ) : (
        <TableScroll label="Cases">
          <table className="case-rows">
            <thead>
              <tr>
                <th scope="col">Case</th>
                <th scope="col">Check</th>
                <th scope="col">Draft</th>
                <th scope="col">In service</th>
                <th scope="col" className="num">
                  Attempts
                </th>
              </tr>
            </thead>
            <tbody>
              {cases.map((row) => (
                <Row key={row.slug} row={row} />
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      <NewCase fields={draft ?? NOTHING} />
    </div>
  )
}

function Row({ row: { slug, title, problems, draft, service, attempts } }: { row: CaseRow }) {
  return (
    <tr>
      <th scope="row">
        <Link to={`/teach/cases/${slug}`}>{title}</Link>
        <span className="small">{slug}</span>
      </th>
      <td>{healthText(problems)}</td>
      <td>{draft === null ? 'none' : `${draft.savedBy ?? 'someone'}, ${momentText(draft.savedAt)}`}</td>
      <td>{serviceText(service)}</td>
      <td className="num">{attempts.toLocaleString('en-GB')}</td>
    </tr>
  )
}

function healthText(problems: CaseRow['problems']): string {
  if (problems === null) return 'being checked'
  const { errors, warnings } = problems
  if (errors + warnings === 0) return 'nothing found'
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ]
  return parts.join(', ')
}

function serviceText(service: CaseRow['service']): string {
  if (service === null) return 'never published'
  return service.withdrawnOn === null ? service.hash.slice(0, 7) : `withdrawn ${momentText(service.withdrawnOn)}`
}

function NewCase({ fields: { title, slug, problems } }: { fields: NewCaseFields }) {
  const form = useFocusOnFault(problems)
  return (
    <section className="section" aria-labelledby="new-case">
      <div className="section-head">
        <h2 id="new-case">New case</h2>
        <p>It begins as a small case that works, to be turned into your own. Nobody sees it until you publish it.</p>
      </div>
      <Form method="post" ref={form} className="new-case">
        <div className="field">
          <label htmlFor="title">Title</label>
          <input
            id="title"
            name="title"
            defaultValue={title}
            maxLength={200}
            autoComplete="off"
            aria-invalid={problems.title === undefined ? undefined : true}
            aria-describedby={problems.title === undefined ? undefined : 'title-problem'}
          />
          {problems.title !== undefined && <Problem id="title-problem">{problems.title}</Problem>}
        </div>
        <div className="field">
          <label htmlFor="slug">
            Address <i>Optional; without it, one is made from the title.</i>
          </label>
          <input
            id="slug"
            name="slug"
            defaultValue={slug}
            maxLength={64}
            autoComplete="off"
            aria-invalid={problems.slug === undefined ? undefined : true}
            aria-describedby={problems.slug === undefined ? undefined : 'slug-problem'}
          />
          {problems.slug !== undefined && <Problem id="slug-problem">{problems.slug}</Problem>}
        </div>
        <div className="send">
          <button className="button">Begin the case</button>
        </div>
      </Form>
    </section>
  )
}
