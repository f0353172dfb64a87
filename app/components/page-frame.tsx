import { Link, NavLink, useLocation } from '@remix-run/react'
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
                {nav.map((item) => (
                  <li key={item.to}>
                    <Place item={item} />
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

function Place({ item: { label, to, isName, end, and } }: { item: NavItem }) {
  const { pathname } = useLocation()
  const name = isName ? { 'data-name': '', title: label } : {}
  const text = isName ? <span>{label}</span> : label
  if (and !== undefined && pathname !== to && pathname.startsWith(and)) {
    return (
      <Link to={to} aria-current="true" {...name}>
        {text}
      </Link>
    )
  }
  return (
    <NavLink to={to} end={end === true} {...name}>
      {text}
    </NavLink>
  )
}
