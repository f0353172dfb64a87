import { Form, Link, NavLink } from '@remix-run/react'
import type { ReactNode } from 'react'

/** A place in the header: a page to go to, or an action to post ("Sign out"). */
type NavItem = { label: string; to: string; method?: 'get' | 'post' }

type PageFrameProps = { nav: Array<NavItem>; children: ReactNode }

export function PageFrame({ nav, children }: PageFrameProps) {
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
                    <NavEntry item={item} />
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main id="main">{children}</main>
        <footer className="foot">
          <p>
            These are choices in written scenarios. They tell you what to practise. They are not validated for selecting
            or promoting anyone.
          </p>
        </footer>
      </div>
    </>
  )
}

function NavEntry({ item }: { item: NavItem }) {
  if (item.method !== 'post') return <NavLink to={item.to}>{item.label}</NavLink>
  return (
    <Form method="post" action={item.to}>
      <button>{item.label}</button>
    </Form>
  )
}
