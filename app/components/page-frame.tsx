import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { currentOf } from './nav.ts'
import type { NavItem } from './nav.ts'

type PageFrameProps = {
  nav: Array<NavItem>
  /** Whether who plays here would lose it with this browser. */
  isGuest: boolean
  children: ReactNode
}

export function PageFrame({ nav, isGuest, children }: PageFrameProps) {
  const { pathname } = useLocation()
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
                    <Place item={item} pathname={pathname} />
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

function Place({ item, pathname }: { item: NavItem; pathname: string }) {
  const { label, to, isName } = item
  return (
    <Link to={to} aria-current={currentOf(item, pathname)} {...(isName ? { 'data-name': '', title: label } : {})}>
      {isName ? <span>{label}</span> : label}
    </Link>
  )
}
