import { sendDue } from './send-due.server.ts'
import type { Sending } from './send-due.server.ts'
import { sendInvitations } from './send-invitations.server.ts'
import { createPauses } from './retry.ts'

export type ReminderLoop = {
  /** Starts no other mail and waits for the one that is under way. */
  stop: () => Promise<void>
}

/** Looks for due reminders, and for invitations that were not sent, at once and then every `everyMs`; one round at a time. It keeps no process alive. */
export function startReminderLoop({
  everyMs,
  ...parts
}: Omit<Sending, 'pauses' | 'isStopping'> & { everyMs: number }): ReminderLoop {
  let isStopping = false
  let round: Promise<void> | null = null
  const sending = { ...parts, pauses: createPauses(), isStopping: () => isStopping }

  function look(): void {
    round ??= sendDue(sending)
      .then(() => sendInvitations(sending))
      // A database that is locked or full for a moment must not end the program.
      .catch((error: unknown) => parts.log.warn({ name: nameOf(error) }, 'reminders could not be looked for'))
      .finally(() => {
        round = null
      })
  }

  const timer = setInterval(look, everyMs)
  timer.unref()
  look()
  return {
    stop: async () => {
      isStopping = true
      clearInterval(timer)
      await round
    },
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
