import { Form, Link } from '@remix-run/react'
import { Fragment } from 'react'
import { CaseHtml } from './case-html.tsx'
import { Notice } from './notice.tsx'
import { Problem } from './problem.tsx'
import { StudioNav } from './studio-nav.tsx'
import type { AgreementView, RatedDecision, RatePage as View } from './studio-views.ts'
import { TableScroll } from './table-scroll.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'

const LEVELS = ['does harm', 'weak', 'acceptable', 'strong', 'exemplary'] as const

/** What came back from a form that was not complete. */
type Answer = { levels: Record<string, number>; missing: Array<string> }

type RatePageProps = { page: View; notice: string | null; answer: Answer | null }

/** The options of a case without their key, for a colleague to rate; then how far the raters agree. */
export function RatePage({ page, notice, answer }: RatePageProps) {
  const { slug, title, hash, decisions, agreement } = page
  return (
    <>
      <header className="bar">
        <div>
          <p className="kicker">Studio · blind rating</p>
          <h1>{title}</h1>
        </div>
      </header>
      <StudioNav slug={slug} here="rate" />
      <Notice text={notice} />
      {hash === null && (
        <p className="prose">Publish the case first: what is rated is a version that stays as it is.</p>
      )}
      {decisions && hash !== null && <RateForm page={page} decisions={decisions} hash={hash} answer={answer} />}
      {agreement && <Agreement slug={slug} agreement={agreement} />}
    </>
  )
}

type RateFormProps = { page: View; decisions: Array<RatedDecision>; hash: string; answer: Answer | null }

function RateForm({ page, decisions, hash, answer }: RateFormProps) {
  const form = useFocusOnFault(answer)
  return (
    <Form method="post" ref={form} className="rate-form">
      <p className="prose">
        Rate each option as you would, from 0 (does harm) to 4 (exemplary). You don’t see the author’s ratings, and they
        don’t see yours until you have sent them all. You rate a version once.
      </p>
      <input type="hidden" name="hash" value={hash} />
      {answer && (
        <div role="alert" tabIndex={-1}>
          <Problem>
            {answer.missing.length === 1 ? 'One level is' : `${answer.missing.length} levels are`} still missing. What
            you have marked is kept.
          </Problem>
        </div>
      )}
      {decisions.map((decision) => (
        <fieldset key={decision.node} className="rate-decision">
          <legend>{decision.title}</legend>
          <CaseHtml html={decision.questionHtml} lang={page.language} />
          <ol>
            {decision.choices.map((choice) => (
              <li key={choice.id}>
                <CaseHtml className="option-text" html={choice.html} lang={page.language} />
                <div className="levels">
                  {(['execution', 'influence'] as const).map((dimension) => {
                    const competency = decision[dimension]
                    const name = `${decision.node}.${choice.id}.${dimension}`
                    return competency === null ? null : (
                      <Level
                        key={name}
                        name={name}
                        dimension={dimension}
                        competency={competency}
                        level={answer?.levels[name]}
                        isMissing={answer?.missing.includes(name) ?? false}
                      />
                    )
                  })}
                </div>
              </li>
            ))}
          </ol>
        </fieldset>
      ))}
      <div className="send">
        <button className="button">Send my ratings</button>
        <span className="small">They can’t be changed afterwards.</span>
      </div>
    </Form>
  )
}

type LevelProps = {
  name: string
  dimension: 'execution' | 'influence'
  competency: string
  level: number | undefined
  isMissing: boolean
}

function Level({ name, dimension, competency, level, isMissing }: LevelProps) {
  return (
    <label className={dimension}>
      {dimension === 'execution' ? 'Execution' : 'Influence'} <span>({competency})</span>
      <select name={name} defaultValue={level ?? ''} aria-invalid={isMissing ? true : undefined}>
        <option value="">not rated yet</option>
        {LEVELS.map((word, value) => (
          <option key={word} value={value}>
            {value} {word}
          </option>
        ))}
      </select>
    </label>
  )
}

type AgreementProps = { slug: string; agreement: AgreementView }

function Agreement({ slug, agreement: { raters, reliability, disputed } }: AgreementProps) {
  return (
    <section className="agreement" aria-labelledby="agreement-title">
      <h2 id="agreement-title">
        Agreement of {raters} {raters === 1 ? 'rater' : 'raters'}
      </h2>
      <dl className="figures">
        {reliability.map(({ dimension, single, mean }) => (
          <Fragment key={dimension}>
            <div>
              <dt className={dimension}>{capital(dimension)}, one rater: ICC(2,1)</dt>
              <dd>{single ?? 'can’t be told'}</dd>
            </div>
            <div>
              <dt className={dimension}>{capital(dimension)}, their mean: ICC(2,k)</dt>
              <dd>{mean ?? 'can’t be told'}</dd>
            </div>
          </Fragment>
        ))}
      </dl>
      {raters < 2 && <p>Agreement can be told once two colleagues have rated every option.</p>}
      <h3>Disputed options</h3>
      {disputed.length === 0 ? (
        <p>None: no mean is a level or more away from the key, and nobody differs that much from the others.</p>
      ) : (
        <TableScroll label="Disputed options">
          <table className="case-rows">
            <thead>
              <tr>
                <th scope="col">Option</th>
                <th scope="col">Dimension</th>
                <th scope="col" className="num">
                  Key
                </th>
                <th scope="col" className="num">
                  Raters’ mean
                </th>
                <th scope="col" className="num">
                  Spread
                </th>
                <th scope="col">They disagree</th>
              </tr>
            </thead>
            <tbody>
              {disputed.map((option) => (
                <tr key={`${option.decision} ${option.choice} ${option.dimension}`}>
                  <th scope="row">
                    <Link to={`/teach/cases/${slug}?line=${option.line}`}>{option.choice}</Link>{' '}
                    <span className="small">{option.decision}</span>
                  </th>
                  <td className={option.dimension}>{option.dimension}</td>
                  <td className="num">{option.key}</td>
                  <td className="num">{option.mean}</td>
                  <td className="num">{option.spread ?? '–'}</td>
                  <td>{option.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
