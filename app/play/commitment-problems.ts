import { z } from 'zod'
import { earliestDay, latestDay } from '../data/commitment-days.ts'

// All functions are pure. A sentence for each field that can't be kept as it is; an empty object where all can.

const LIMITS = { when: 300, will: 300, witness: 100, happened: 2_000 } as const

type Written = { when: string; will: string; witness: string; dueOn: string }

/** What keeps a commitment from being kept. A day that has passed stays allowed where it was kept before: only words were changed. */
export function commitmentProblems(written: Written, keptDay: string | null, now: Date): Record<string, string> {
  const { when, will, witness, dueOn } = written
  return {
    ...(when === '' ? { when: 'Name the moment: what happens, and where.' } : tooLong('when', when)),
    ...(will === '' ? { will: 'Say what you will do then.' } : tooLong('will', will)),
    ...tooLong('witness', witness),
    ...(dueOn === keptDay ? {} : dayProblem('dueOn', dueOn, now)),
  }
}

type LookedBack = { result: string | undefined; happened: string; anotherDay: string }

/** What keeps a look back from being kept. Another day counts only for what did not happen. */
export function lookBackProblems({ result, happened, anotherDay }: LookedBack, now: Date): Record<string, string> {
  return {
    ...(result === undefined ? { result: 'Mark what became of it.' } : {}),
    ...tooLong('happened', happened),
    ...(result === 'not' && anotherDay !== '' ? dayProblem('anotherDay', anotherDay, now) : {}),
  }
}

function dayProblem(name: string, day: string, now: Date): Record<string, string> {
  if (!z.iso.date().safeParse(day).success) return { [name]: 'Give a day.' }
  if (day < earliestDay(now)) return { [name]: 'That day has passed. Choose one to look back on.' }
  return day > latestDay(now) ? { [name]: 'Choose a day within a year.' } : {}
}

function tooLong(name: keyof typeof LIMITS, text: string): Record<string, string> {
  const most = LIMITS[name]
  if (text.length <= most) return {}
  return { [name]: `Keep it to ${most.toLocaleString('en')} characters; this is ${text.length.toLocaleString('en')}.` }
}
