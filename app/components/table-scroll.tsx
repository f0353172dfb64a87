import type { ReactNode } from 'react'

/** A table that may be wider than its page. It takes the focus, so that the arrow keys move it. */
export function TableScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
