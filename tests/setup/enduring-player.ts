import { aVisitor, decisionForm, readDecision } from './visitor.ts'

export type Sent = { attempt: string; seq: number; choice: string }

/** Someone who plays case after case whatever becomes of the server: what was not answered is sent again once it is back. */
export type EnduringPlayer = {
  /** Takes the next step; gives a decision that was acknowledged by it. Throws TypeError where the server can't be reached. */
  step: () => Promise<Sent | null>
  /** The decision that was sent and never answered; null where there is none. */
  unanswered: () => Sent | null
}

/** `isSent`: it is on its way, or was when the server went. */
type Open = { sent: Sent; form: Record<string, string>; isSent: boolean }

const CASE = '/cases/the-2240-trailer'

export function anEnduringPlayer(url: string): EnduringPlayer {
  const visitor = aVisitor(url)
  let attempt: string | null = null
  let open: Open | null = null

  async function begin(): Promise<void> {
    const { location, status } = await visitor.post(CASE, { intent: 'start-again' })
    if (location === null) throw new Error(`Expected an attempt, found ${status}`)
    await visitor.get(`${location}?after=start`)
    attempt = location
  }

  async function read(path: string): Promise<void> {
    const decision = await readDecision(visitor, path)
    const [choice = ''] = decision?.options ?? []
    if (decision === null) attempt = null
    else
      open = { sent: { attempt: path, seq: Number(decision.seq), choice }, form: decisionForm(decision), isSent: false }
  }

  async function send(taken: Open): Promise<Sent> {
    const { sent, form } = taken
    taken.isSent = true
    const { status, location } = await visitor.post(sent.attempt, form)
    if (status !== 303 || location === null || location.includes('notice='))
      throw new Error(`Expected decision ${sent.seq} of ${sent.attempt} to be taken, found ${status} to ${location}`)
    open = null
    return sent
  }

  return {
    unanswered: () => (open?.isSent === true ? open.sent : null),
    step: async () => {
      if (open !== null) return send(open)
      await (attempt === null ? begin() : read(attempt))
      return null
    },
  }
}
