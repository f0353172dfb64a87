import { NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { CohortHeadView } from './cohort-views.ts'
import { Notice } from './notice.tsx'
import { PageHead } from './page-head.tsx'

type CohortHeadProps = { head: CohortHeadView; notice?: string | null; children?: ReactNode }

/** The top of every page of a cohort: which it is, and the ways between its pages. */
export function CohortHead({ head: { id, name, course, days, isArchived }, notice = null, children }: CohortHeadProps) {
  const kicker = ['Cohort', course, days, isArchived ? 'archived' : null].filter((part) => part !== null)
  return (
    <>
      <Notice text={notice} />
      <PageHead kicker={kicker.join(' · ')} title={name}>
        {children}
      </PageHead>
      <nav className="tabs" aria-label="Cohort">
        <ul>
          <li>
            <NavLink to={`/teach/cohorts/${id}`} end>
              Decisions
            </NavLink>
          </li>
          <li>
            <NavLink to={`/teach/cohorts/${id}/people`}>People</NavLink>
          </li>
          <li>
            <NavLink to={`/teach/cohorts/${id}/set-up`}>Set up</NavLink>
          </li>
        </ul>
      </nav>
    </>
  )
}
