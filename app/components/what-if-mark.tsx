import { Link } from '@remix-run/react'

type WhatIfMarkProps = { attempt: string; from: number }

/** Stands on every page of a what-if, so that nobody takes it for the attempt itself; it holds the way out. */
export function WhatIfMark({ attempt, from }: WhatIfMarkProps) {
  return (
    <aside className="notice what-if-mark" aria-label="What if">
      <p>
        <b>What if: this never counts.</b> It plays on from decision {from} of your run, and nothing of it is kept.
      </p>
      <Link className="link" to={`/attempts/${attempt}/debrief#decision-${from}`}>
        Back to the debrief
      </Link>
    </aside>
  )
}
