import type { ReactNode } from 'react'

type SectionProps = { id: string; title: string; note?: string; extra?: ReactNode; children: ReactNode }

/** A part of a page under a rule, with its heading and at most a sentence of explanation. */
export function Section({ id, title, note, extra, children }: SectionProps) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {note !== undefined && <p className="note">{note}</p>}
        {extra}
      </div>
      {children}
    </section>
  )
}
