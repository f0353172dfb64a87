import { Link } from '@remix-run/react'

/** Where a page is about a learner's own things, and nobody is known in this browser. */
export function VisitorPage({ title, text }: { title: string; text: string }) {
  return (
    <div className="error-page">
      <h1 id="scene" tabIndex={-1}>
        {title}
      </h1>
      <div className="prose">
        <p>{text}</p>
        <p>If you have played before, open this page in the browser that you played in.</p>
      </div>
      <p className="send">
        <Link className="button" to="/cases">
          Choose a first case
        </Link>
        <Link className="link" to="/">
          What Casewright is
        </Link>
      </p>
    </div>
  )
}
