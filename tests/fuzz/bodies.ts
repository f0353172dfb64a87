import fc from 'fast-check'
import type { OfferedForm } from './offers.ts'
import { escaped, oddText } from './odd.ts'

/** What is sent, byte by character, and what it is said to be; null: nothing is said. */
export type Body = { type: string | null; content: string }

type Field = { name: string; value: string }

const BOUNDARY = 'a-boundary-of-ours'
const FORM = 'application/x-www-form-urlencoded'
/** Larger than any form but one with a file. */
const HUGE = 300_000

/** Fields of a form as they are offered, or with some of them odd, missing, doubled, or unheard of. */
export function fieldsOf(form: OfferedForm | null): fc.Arbitrary<Array<Field>> {
  const offered = form?.fields ?? []
  const filled = offered.map(({ name, values }) => fc.constantFrom(...values).map((value) => ({ name, value })))
  const names = [...offered.map(({ name }) => name), 'intent', 'seq', '__proto__', '']
  const odd = fc.record({ name: fc.oneof(fc.constantFrom(...names), oddText), value: oddText })
  return fc
    .record({
      fields: fc.tuple(...filled),
      isWhole: fc.boolean(),
      missing: fc.nat(20),
      changed: fc.nat(20),
      value: oddText,
      more: fc.array(odd, { maxLength: 3 }),
    })
    .map(({ fields, isWhole, missing, changed, value, more }) => {
      if (isWhole) return fields
      const kept = fields.filter((_, place) => place !== missing)
      return [...kept.map((field, place) => (place === changed ? { ...field, value } : field)), ...more]
    })
}

/** A body that holds fields, as the pages send them or in one of the ways in which they don't. */
export function aBody(form: OfferedForm | null): fc.Arbitrary<Body> {
  const fields = fieldsOf(form)
  const asOffered = fields.map((some) => (form?.isMultipart ? multipart(some, []) : urlencoded(some)))
  return fc.oneof(
    { weight: 24, arbitrary: asOffered },
    { weight: 3, arbitrary: fc.tuple(fields, files).map(([some, sent]) => multipart(some, sent)) },
    {
      weight: 2,
      arbitrary: fc.tuple(fields, files, brokenAt).map(([some, sent, broken]) => broken(multipart(some, sent))),
    },
    { weight: 3, arbitrary: fc.tuple(fields, oddType).map(([some, type]) => ({ ...urlencoded(some), type })) },
    { weight: 2, arbitrary: fc.tuple(fc.oneof(fields, fc.json()), jsonType).map(json) },
    {
      weight: 2,
      arbitrary: fc.tuple(oddType, fc.oneof(fc.constant(''), oddBytes)).map(([type, content]) => ({ type, content })),
    },
    { weight: 1, arbitrary: fields.map((some) => grown(urlencoded(some))) },
  )
}

/** As the query of an address, or as a form. */
export function urlencoded(fields: ReadonlyArray<Field>): Body {
  return { type: FORM, content: fields.map(({ name, value }) => `${escaped(name)}=${escaped(value)}`).join('&') }
}

type Sent = { name: string; fileName: string; type: string; content: string }

const oddBytes = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('latin1'))

const CONTENTS = [
  '',
  '\x89PNG\r\n\x1a\n',
  'GIF89a',
  '<svg xmlns="http://www.w3.org/2000/svg" onload="planted()"/>',
  'name,email\r\n',
]

const files: fc.Arbitrary<Array<Sent>> = fc.array(
  fc.record({
    name: fc.constantFrom('image', 'file', 'people', 'intent', 'source', 'seq', ''),
    fileName: fc.oneof(fc.constantFrom('x.png', 'people.csv', ''), oddText),
    type: fc.constantFrom('image/png', 'text/csv', 'image/svg+xml', 'text/html', '', 'x'),
    content: fc.oneof(fc.constantFrom(...CONTENTS), oddBytes),
  }),
  { maxLength: 2 },
)

function multipart(fields: ReadonlyArray<Field>, sent: ReadonlyArray<Sent>): Body {
  const parts = [
    ...fields.map(
      ({ name, value }) => `Content-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${bytesOf(value)}`,
    ),
    ...sent.map(
      ({ name, fileName, type, content }) =>
        `Content-Disposition: form-data; name="${quoted(name)}"; filename="${quoted(fileName)}"\r\nContent-Type: ${type}\r\n\r\n${content}`,
    ),
  ]
  const content = `${parts.map((part) => `--${BOUNDARY}\r\n${part}\r\n`).join('')}--${BOUNDARY}--\r\n`
  return { type: `multipart/form-data; boundary=${BOUNDARY}`, content }
}

/** As browsers quote the names in a form of several parts. */
function quoted(name: string): string {
  return bytesOf(name)
    .replace(/\r\n|\r|\n/g, '%0D%0A')
    .replaceAll('"', '%22')
}

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1')
}

const brokenAt: fc.Arbitrary<(body: Body) => Body> = fc.constantFrom<Array<(body: Body) => Body>>(
  ({ content, ...body }) => ({ ...body, content: content.slice(0, -6) }),
  ({ content, ...body }) => ({ ...body, content: content.slice(0, content.length / 2) }),
  ({ content, ...body }) => ({ ...body, content: content.replaceAll('\r\n', '\n') }),
  ({ content, ...body }) => ({ ...body, content: content.replaceAll('Content-Disposition', 'Content-Nothing') }),
  ({ content, ...body }) => ({ ...body, content: content.replaceAll('name=', 'nome=') }),
  ({ content, ...body }) => ({ ...body, content: `preamble ${content} epilogue` }),
  ({ content }) => ({ type: 'multipart/form-data', content }),
  ({ content }) => ({ type: 'multipart/form-data; boundary=', content }),
  ({ content }) => ({ type: 'multipart/form-data; boundary="', content }),
  ({ content }) => ({ type: `multipart/form-data; boundary=${'b'.repeat(200)}`, content }),
  ({ content }) => ({ type: FORM, content }),
)

const oddType = fc.constantFrom(
  null,
  '',
  FORM,
  FORM.toUpperCase(),
  `${FORM}; charset=utf-16`,
  `${FORM}; charset=`,
  `${FORM};`,
  `${FORM}, text/plain`,
  `${FORM}; boundary="`,
  `${FORM}; a="\\`,
  'multipart/form-data',
  'multipart/mixed; boundary=x',
  'text/plain',
  'text/html',
  'application/xml',
  'application/octet-stream',
  'x',
  '/',
  '*/*',
  'image/png',
  `text/${'x'.repeat(500)}`,
)

const jsonType = fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/json', FORM)

function json([value, type]: [Array<Field> | string, string]): Body {
  const text =
    typeof value === 'string'
      ? value
      : JSON.stringify(Object.fromEntries(value.map((field) => [field.name, field.value])))
  return { type, content: bytesOf(text) }
}

function grown({ type, content }: Body): Body {
  return { type, content: content.padEnd(HUGE, '&a=%41') }
}
