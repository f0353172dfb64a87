import type { ReactNode } from 'react'

type PageHeadProps = {
  /** What the page belongs to, in small above its title. */
  kicker?: ReactNode
  title: string
  /** In which the title is written, where that is not the language of the pages. */
  language?: string
  children?: ReactNode
}

/** The head of a page. Its title takes the focus where one page follows another without a load. */
export function PageHead({ kicker, title, language, children }: PageHeadProps) {
  return (
    <header className="page-head">
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1 id="scene" tabIndex={-1} lang={language}>
        {title}
      </h1>
      {children}
    </header>
  )
}
