import { data } from '@remix-run/node'
import type { HeadersFunction } from '@remix-run/node'

/** The answer to what was tried too often: 429, with after how many seconds it can be tried again. */
export function tooOften<T>(answer: T, seconds: number) {
  return data(answer, { status: 429, headers: { 'Retry-After': String(seconds) } })
}

/** A route's `headers`: a page is told only what its route passes on. */
export const retryAfter: HeadersFunction = ({ actionHeaders }) => {
  const seconds = actionHeaders?.get('Retry-After')
  return seconds ? { 'Retry-After': seconds } : new Headers()
}
