type CaseHtmlProps = { html: string; className?: string; id?: string; lang?: string }

/** The one place where HTML enters a page. It was made on the server from a checked case: see views.ts. */
export function CaseHtml({ html, className = 'prose', id, lang }: CaseHtmlProps) {
  return <div className={className} id={id} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
