/** @jsxRuntime automatic */
// Said here, since the check process reads no tsconfig: it runs wherever the command is called.
import type { ComponentProps, ReactNode } from 'react'

type Body = { children?: ReactNode }

/**
 * How the elements of the case language look as HTML. mdx-bundler calls these; every attribute is a string that the checks have
 * let through, and React escapes it.
 */
export function elementsOf(imageUrl: (src: string) => string) {
  function Picture({ src, alt, caption }: { src: string; alt: string; caption?: string }) {
    return (
      <figure className="artefact picture">
        <img src={imageUrl(src)} alt={alt} loading="lazy" />
        {caption ? <figcaption>{caption}</figcaption> : null}
      </figure>
    )
  }

  return {
    Part: ({ n, children }: Body & { n: string }) => <x-part n={n}>{children}</x-part>,
    Show: ({ n, children }: Body & { n: string }) => <x-show n={n}>{children}</x-show>,
    Email,
    Chat,
    Message,
    Document,
    Say,
    Figure: Picture,
    Aside,
    table: Table,
    th: HeadCell,
    td: Cell,
    // The scene's title is the page's h1, so an author's third level is the page's second.
    h3: ({ children }: Body) => <h2>{children}</h2>,
    h4: ({ children }: Body) => <h3>{children}</h3>,
    h5: ({ children }: Body) => <h4>{children}</h4>,
    h6: ({ children }: Body) => <h5>{children}</h5>,
    a: Anchor,
    img: ({ src, alt }: ComponentProps<'img'>) => <img src={imageUrl(src ?? '')} alt={alt ?? ''} loading="lazy" />,
  }
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'x-part': Body & { n: string }
      'x-show': Body & { n: string }
    }
  }
}

function Email({
  from,
  to,
  subject,
  at,
  children,
}: Body & { from: string; to?: string; subject?: string; at?: string }) {
  return (
    <figure className="artefact mail" aria-label="E-mail">
      <dl>
        <dt>From</dt>
        <dd>{from}</dd>
        {to ? <Row name="To" value={to} /> : null}
        {subject ? <Row name="Subject" value={subject} /> : null}
        {at ? <Row name="Sent" value={at} /> : null}
      </dl>
      <div className="prose">{children}</div>
    </figure>
  )
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  )
}

function Chat({ title, children }: Body & { title?: string }) {
  return (
    <figure className="artefact chat" aria-label={title ? undefined : 'Chat'}>
      {title ? <figcaption>{title}</figcaption> : null}
      <ol>{children}</ol>
    </figure>
  )
}

function Message({ from, at, children }: Body & { from: string; at?: string }) {
  return (
    <li>
      <p className="from">
        {from} {at ? <span className="at">{at}</span> : null}
      </p>
      <div className="prose">{children}</div>
    </li>
  )
}

function Document({ title, children }: Body & { title: string }) {
  return (
    <figure className="artefact document">
      <figcaption>{title}</figcaption>
      <div className="prose">{children}</div>
    </figure>
  )
}

function Say({ who, children }: Body & { who: string }) {
  return (
    <div className="say">
      <p className="who">{who}</p>
      <div>{children}</div>
    </div>
  )
}

function Aside({ title, children }: Body & { title?: string }) {
  return (
    <div className="artefact aside" role="note" aria-label={title ?? 'Note'}>
      {title ? <h2>{title}</h2> : null}
      <div className="prose">{children}</div>
    </div>
  )
}

function Table({ children }: Body) {
  return (
    <div className="artefact sheet">
      <table>{children}</table>
    </div>
  )
}

/** MDX aligns cells with `style`, which the content security policy forbids; the old attribute says the same. */
function HeadCell({ style, children }: ComponentProps<'th'>) {
  // A corner without a word heads nothing.
  if (children === undefined) return <Cell style={style}>{children}</Cell>
  return (
    <th scope="col" align={alignOf(style)}>
      {children}
    </th>
  )
}

function Cell({ style, children }: ComponentProps<'td'>) {
  return <td align={alignOf(style)}>{children}</td>
}

function alignOf(style: ComponentProps<'td'>['style']): 'left' | 'center' | 'right' | undefined {
  const align = style?.textAlign
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined
}

function Anchor({ href, children }: ComponentProps<'a'>) {
  return (
    <a href={href} rel="noopener noreferrer">
      {children}
    </a>
  )
}
