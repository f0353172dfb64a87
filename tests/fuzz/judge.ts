import path from 'node:path'
import { PLANTED_HEADER, PLANTED_HOST, PLANTED_SCRIPT } from './odd.ts'
import type { WireAnswer } from './send.ts'

const INSIDE = /\bat [^\n<]*\.(?:ts|tsx|js|mjs|cjs):\d+|node_modules|PrismaClient|SQLITE_|SqliteError|ZodError/

/** What is wrong with an answer, whatever was asked; empty where nothing is. */
export function faultsOf(answer: WireAnswer): Array<string> {
  if ('fault' in answer) return [`there was no answer: ${answer.fault}`]
  const { status, headers, text } = answer
  const type = headers['content-type'] ?? ''
  const isRead = /text\/(html|plain|csv)|json|x-script/.test(type) && headers['content-encoding'] === undefined
  const inside = isRead ? INSIDE.exec(text)?.[0] : undefined
  return [
    ...(status >= 500 ? [`the status is ${status}`] : []),
    ...(inside === undefined ? [] : [`the answer tells of the program's inside: ${inside}`]),
    ...(isRead && text.includes(path.resolve('.')) ? ['the answer tells where the program lies'] : []),
    ...(headers[PLANTED_HEADER] === undefined ? [] : ['what was sent became a header of the answer']),
    ...(type.startsWith('text/html') && text.includes(PLANTED_SCRIPT) ? ['what was sent became a script'] : []),
    ...(leadsAway(headers.location) ? [`the answer leads to ${headers.location}`] : []),
  ]
}

function leadsAway(location: string | undefined): boolean {
  if (location === undefined) return false
  const here = 'http://here.example/'
  return URL.canParse(location, here) && new URL(location, here).host === PLANTED_HOST
}

/**
 * What a server wrote to its log that it should not have. Its log is lines of JSON; whatever else stands there was thrown or warned of
 * where nobody expected it. Requests that were answered with an error are lines of level 50.
 */
export function faultsInLog(output: string): Array<string> {
  return output.split('\n').filter((line) => line !== '' && levelOf(line) >= 50)
}

function levelOf(line: string): number {
  try {
    const { level }: { level?: unknown } = JSON.parse(line)
    return Number(level)
  } catch {
    return Infinity
  }
}
