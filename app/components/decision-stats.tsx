import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { ChoiceBars } from './choice-bars.tsx'
import { RatingMarks } from './rating-marks.tsx'
import type { DecisionStats, OptionStats } from './report-views.ts'

type DecisionStatsProps = { decision: DecisionStats; language: string; slug: string }

/** One decision: what was asked, and how many took and shunned each option. */
export function DecisionFigures({ decision, language, slug }: DecisionStatsProps) {
  return (
    <>
      <CaseHtml className="ask asked" html={decision.questionHtml} lang={language} />
      {decision.isShown ? (
        <>
          <ul className="items">
            {decision.options.map((option) => (
              <Option key={option.id} option={option} language={language} slug={slug} />
            ))}
          </ul>
          {decision.notes.length > 0 && (
            <ul className="item-notes">
              {decision.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </>
      ) : (
        <p className="setting">Fewer than ten have come by here, so nothing is shown of it.</p>
      )}
    </>
  )
}

function Option({ option, language, slug }: { option: OptionStats; language: string; slug: string }) {
  return (
    <li>
      <div className="about">
        <CaseHtml className="text" html={option.html} lang={language} />
        <RatingMarks ratings={option.ratings} />
        {option.ability !== null && <p className="small">{option.ability}</p>}
        {option.flags.map((flag) => (
          <p key={flag} className="flag">
            {flag}
          </p>
        ))}
        <p className="small">
          <LineLink slug={slug} line={option.line} />
        </p>
      </div>
      <ChoiceBars best={option.best} harm={option.harm} />
    </li>
  )
}

/** To where it stands in the case, in the studio. */
export function LineLink({ slug, line }: { slug: string; line: number }) {
  return (
    <Link className="link" to={`/teach/cases/${slug}?line=${line}`}>
      Line {line}
      <span className="vh"> of the case</span>
    </Link>
  )
}
