import { Link } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import type { SpotView } from './profile-views.ts'
import { RatingMarks } from './rating-marks.tsx'

/** Blind spots or hidden strengths, each with the decision that shows it. */
export function SpotList({ spots, none }: { spots: ReadonlyArray<SpotView>; none: string }) {
  if (spots.length === 0) return <p className="note none-yet">{none}</p>
  return (
    <ul className="spots">
      {spots.map(({ to, caseTitle, title, language, what, html, ratings }) => (
        <li key={`${to} ${what}`}>
          <p className="kicker">
            <Link className="link" to={to}>
              <span lang={language}>
                {caseTitle} · {title}
              </span>
            </Link>
          </p>
          <p>{what}:</p>
          <CaseHtml className="option-text" html={html} lang={language} />
          <RatingMarks ratings={ratings} />
        </li>
      ))}
    </ul>
  )
}
