import { Form, Link } from '@remix-run/react'
import { CohortHead } from './cohort-head.tsx'
import { DecisionFigures, LineLink } from './decision-stats.tsx'
import { FlowPicture } from './flow-picture.tsx'
import { HeatTable } from './heat-table.tsx'
import type { ReportView } from './report-views.ts'
import { Section } from './section.tsx'

/** How a cohort decides: its way through a case, one decision of it, its competencies, and how far it is. */
export function ReportPage({ view, notice }: { view: ReportView; notice: string | null }) {
  const { head, facts, chosen, heat, reliability, progress } = view
  return (
    <>
      <CohortHead head={head} notice={notice}>
        <dl className="cohort-facts">
          <Fact label="Learners" value={facts.learners.toLocaleString('en-GB')} />
          <Fact label="Active this week" value={facts.active.toLocaleString('en-GB')} />
          <Fact label="Decisions so far" value={facts.decisions.toLocaleString('en-GB')} />
          <Fact label="Join code" value={facts.joinCode} />
        </dl>
        <p className="note">
          You see progress and the group. Scores of single learners are theirs; a group under ten is not shown, nor can
          a one or a two be worked out.
        </p>
      </CohortHead>
      {chosen === null ? (
        <Section id="flow" title="Nobody has begun a case yet">
          <p className="setting">How they decide appears here once ten have ended a case.</p>
        </Section>
      ) : (
        <ChosenCase view={view} chosen={chosen} />
      )}
      {heat !== null && (
        <Section
          id="heat"
          title="What the group takes of what is on offer"
          note="Share of the attainable per competency: 0 is always the lowest rated option, 100 always the highest. Under each case, the learners who have ended it."
        >
          <HeatTable heat={heat} />
          {reliability !== null && <p className="note reliability">{reliability}</p>}
          <p className="send">
            <Download cohort={head.id} table="competencies" label="Download as CSV" />
          </p>
        </Section>
      )}
      {progress.length > 0 && <Progress cohort={head.id} progress={progress} />}
    </>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function Download({ cohort, table, label }: { cohort: string; table: string; label: string }) {
  return (
    <a className="link" href={`/teach/cohorts/${cohort}/csv/${table}`}>
      {label}
    </a>
  )
}

type ChosenProps = { view: ReportView; chosen: NonNullable<ReportView['chosen']> }

function ChosenCase({ view: { head, cases }, chosen }: ChosenProps) {
  const { slug, title, language, note, flow, decision, previous, next, decisions } = chosen
  return (
    <>
      <Section
        id="flow"
        title={`How they went through ${title}`}
        note={note}
        extra={
          cases.length > 1 ? (
            <Picker name="case" label="Case" options={cases.map((one) => ({ id: one.slug, ...one }))} />
          ) : null
        }
      >
        {flow !== null && (
          <>
            <FlowPicture flow={flow} />
            <p className="send">
              <Download cohort={head.id} table="flow" label="Download the flow of every case as CSV" />
            </p>
          </>
        )}
      </Section>
      {decision !== null && (
        <Section
          id="decision"
          title={`Decision ${decision.number}, ${decision.title}`}
          note={`${decision.competencies} ${decision.answers} Bars are shares of the group, the whisker below each is its 90% interval; the faint lines stand at 25, 50, 75 and 100%.`}
          extra={
            <p className="decision-nav">
              {previous !== null && (
                <Link className="link" to={addressOf(slug, previous)} preventScrollReset>
                  Previous decision
                </Link>
              )}
              {next !== null && (
                <Link className="link" to={addressOf(slug, next)} preventScrollReset>
                  Next decision
                </Link>
              )}
              <Link className="link" to={`/teach/cohorts/${head.id}/decisions/${slug}/${decision.id}`}>
                Discuss it with the class
              </Link>
            </p>
          }
        >
          <Picker name="decision" label="Decision" options={decisions} hidden={{ case: slug }} />
          <DecisionFigures decision={decision} language={language} slug={slug} />
          <p className="send">
            <LineLink slug={slug} line={decision.line} />
            <Download cohort={head.id} table="choices" label="Download every option as CSV" />
            <Download cohort={head.id} table="decisions" label="Download every decision as CSV" />
          </p>
        </Section>
      )}
    </>
  )
}

function addressOf(slug: string, decision: string): string {
  return `?${new URLSearchParams({ case: slug, decision }).toString()}#decision`
}

type PickerProps = {
  name: string
  label: string
  options: ReadonlyArray<{ id: string; title: string; isChosen: boolean }>
  hidden?: Record<string, string>
}

function Picker({ name, label, options, hidden = {} }: PickerProps) {
  const chosen = options.find(({ isChosen }) => isChosen)
  return (
    <Form method="get" className="picker" preventScrollReset>
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <label>
        <span className="small">{label}</span>
        <select name={name} key={chosen?.id} defaultValue={chosen?.id}>
          {options.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button className="link-button">Show</button>
    </Form>
  )
}

function Progress({ cohort, progress }: { cohort: string; progress: ReportView['progress'] }) {
  return (
    <Section
      id="progress"
      title="Progress"
      note="First plays of each case. Still: begun, not ended, and nothing decided for over seven days."
    >
      <table className="data">
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Started</th>
            <th scope="col">Ended</th>
            <th scope="col" className="opt">
              Usual time
            </th>
            <th scope="col">Still for a week</th>
          </tr>
        </thead>
        <tbody>
          {progress.map(({ slug, title, started, ended, minutes, still }) => (
            <tr key={slug}>
              <th scope="row">{title}</th>
              <td>{started}</td>
              <td>{ended}</td>
              <td className="opt">{minutes}</td>
              <td>{still}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="send">
        <Link className="link" to={`/teach/cohorts/${cohort}/people`}>
          Who is where
        </Link>
        <Download cohort={cohort} table="progress" label="Download as CSV" />
      </p>
    </Section>
  )
}
