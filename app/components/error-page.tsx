import { Link } from '@remix-run/react'

export type ErrorPageProps = {
  title: string
  /** What happened, in plain words. */
  happened: string
  /** What was kept ("Your decisions up to here are kept."), or null. */
  kept: string | null
  /** What to do next; the first is the likeliest. */
  next: Array<{ label: string; to: string }>
  /** A number to quote when asking for help, or null. */
  reference?: string | null
}

export function ErrorPage({ title, happened, kept, next, reference = null }: ErrorPageProps) {
  return (
    <div className="error-page">
      <h1 id="scene" tabIndex={-1}>
        {title}
      </h1>
      <div className="prose">
        <p>{happened}</p>
        {kept !== null && <p>{kept}</p>}
      </div>
      <p className="send">
        {next.map((step, place) => (
          // A full page load: whatever the browser still holds of the page that failed is left behind.
          <Link key={step.to} className={place === 0 ? 'button' : 'link'} to={step.to} reloadDocument>
            {step.label}
          </Link>
        ))}
      </p>
      {reference !== null && <p className="small">If you ask for help, quote {reference}.</p>}
    </div>
  )
}
