import { isRouteErrorResponse, Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError } from '@remix-run/react'
import type { LinksFunction, MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { ErrorPage } from './components/error-page.tsx'
import { useNonce } from './components/nonce.ts'
import { PageFrame } from './components/page-frame.tsx'
import { explainError } from './components/explain-error.ts'
import { useFocusOnNewPage } from './components/use-focus-on-new-page.ts'
import styles from './styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

/** Pages name themselves; only one that could not be made is named here. */
export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? 'Casewright' : `${explainError(statusOf(error)).title} · Casewright` },
]

const NAV = [
  { label: 'Home', to: '/home' },
  { label: 'Course', to: '/courses' },
  { label: 'Cases', to: '/cases' },
  { label: 'Profile', to: '/profile' },
  { label: 'How it scores', to: '/how-it-scores' },
]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
      </head>
      <body>
        <PageFrame nav={NAV}>{children}</PageFrame>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  useFocusOnNewPage()
  return <Outlet />
}

export function ErrorBoundary() {
  return <ErrorPage {...explainError(statusOf(useRouteError()))} />
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}
