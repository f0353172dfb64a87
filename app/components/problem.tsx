import type { ReactNode } from 'react'

/** A filled mark and words: never a colour. */
export function Problem({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="problem" id={id}>
      <svg viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="8.5" />
        <path d="M9 4.5v5.5M9 12v2" />
      </svg>
      <span>{children}</span>
    </p>
  )
}
