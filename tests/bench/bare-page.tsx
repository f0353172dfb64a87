import { Links, Meta, Outlet, Scripts, ScrollRestoration } from '@remix-run/react'

/** The least that a page of Remix is: what its own template has, and nothing in it. */
export function BareRoot() {
  return (
    <html lang="en">
      <head>
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  )
}

export function BarePage() {
  return <h1>A bare page</h1>
}
