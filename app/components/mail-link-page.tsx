import { Form, Link } from '@remix-run/react'

type MailLinkPageProps = {
  title: string
  text: string
  /** The one button; null where there is nothing left to do. */
  button: string | null
  next: { label: string; to: string }
}

/** What a link in a mail leads to. It does nothing until its button is pressed, since programs open links that nobody pressed. */
export function MailLinkPage({ title, text, button, next }: MailLinkPageProps) {
  return (
    <div className="error-page">
      <h1 id="scene" tabIndex={-1}>
        {title}
      </h1>
      <div className="prose">
        <p>{text}</p>
      </div>
      {button === null ? (
        <p className="send">
          <Link className="button quiet" to={next.to}>
            {next.label}
          </Link>
        </p>
      ) : (
        // Sent to the address it was opened at, which holds the token.
        <Form method="post">
          <p className="send">
            <button className="button">{button}</button>
          </p>
        </Form>
      )}
    </div>
  )
}
