import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import type { ReactNode } from 'react'
import { whoIs } from './account/who.server.ts'
import { ErrorPage } from './components/error-page.tsx'
import { useNonce } from './components/nonce.ts'
import { navFor } from './components/nav.ts'
import { PageFrame } from './components/page-frame.tsx'
import { explainError } from './components/explain-error.ts'
import { UnsentNotice } from './components/unsent-notice.tsx'
import { useFocusOnNewPage } from './components/use-focus-on-new-page.ts'
import styles from './styles/index.css?url'

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

/** Anyone: who the page is for, as its header says it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const who = await whoIs(request, context)
  const person = who?.account ? { name: who.account.name, role: who.account.role } : null
  return { person, isGuest: who !== null && person === null }
}

/** Only what is sent can change who someone is, unless it failed, and a decision never does: nothing is asked for on its way. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, actionStatus = 200 }) =>
  formAction !== undefined && actionStatus < 500 && !formAction.startsWith('/attempts/')

/** Pages name themselves; only one that could not be made is named here. */
export const meta: MetaFunction = ({ error }) => [
  { title: error === undefined ? 'Casewright' : `${explainError(statusOf(error)).title} · Casewright` },
]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  // There is none on a page that could not be made.
  const known = useRouteLoaderData<typeof loader>('root')
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
        {useMatches().some(({ handle }) => isBare(handle)) ? (
          <main id="main" className="page" aria-label="Preview">
            {children}
          </main>
        ) : (
          <PageFrame nav={navFor(known?.person ?? null)} isGuest={known?.isGuest ?? false}>
            {children}
          </PageFrame>
        )}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** A page that may stand within another one has neither header nor footer: its `handle` says `isBare`. */
function isBare(handle: unknown): boolean {
  return typeof handle === 'object' && handle !== null && 'isBare' in handle
}

export default function Root() {
  useFocusOnNewPage()
  return (
    <>
      <Outlet />
      <UnsentNotice />
    </>
  )
}

export function ErrorBoundary() {
  return <ErrorPage {...explainError(statusOf(useRouteError()))} />
}

function statusOf(error: unknown): number {
  return isRouteErrorResponse(error) ? error.status : 500
}
