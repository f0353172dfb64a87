import { Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { NavItem } from './nav.ts'

type PageFrameProps = {
  nav: Array<NavItem>
  /** Whether who plays here would lose it with this browser. */
  isGuest: boolean
  children: ReactNode
}

export function PageFrame({ nav, isGuest, children }: PageFrameProps) {
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <div className="page">
        <header className="head">
          <Link className="mark" to="/">
            Casewright
          </Link>
          {nav.length > 0 && (
            <nav aria-label="Main">
              <ul>
                {nav.map(({ label, to, isName, end = false }) => (
                  <li key={to}>
                    <NavLink to={to} end={end} {...(isName ? { 'data-name': '', title: label } : {})}>
                      {isName ? <span>{label}</span> : label}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main id="main">{children}</main>
        <footer className="foot">
          {isGuest && (
            <p className="guest">
              You play as a guest, and only this browser knows you. <Link to="/sign-up">Sign up</Link> and what you
              played stays yours, in every browser.
            </p>
          )}
          <p>
            These are choices in written scenarios. They tell you what to practise. They are not validated for selecting
            or promoting anyone.
          </p>
        </footer>
      </div>
    </>
  )
}
