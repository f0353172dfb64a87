import { redirect } from '@remix-run/node'
import type { EndingPage } from '../components/views.ts'
import { saveReflections } from '../data/reflections.server.ts'
import type { Services } from '../http/context.ts'
import type { Played } from './attempt.server.ts'
import { endingPage } from './play-page.ts'
import { reflectionWordsFor } from './reflection-words.server.ts'

const LONGEST_ANSWER = 5_000

export type Reflected = { kind: 'kept'; location: string } | { kind: 'unanswered'; page: EndingPage }

/** Keeps the answers to the questions of an ending; the debrief opens when each has one. */
export async function reflect(played: Played, form: FormData, services: Services): Promise<Reflected> {
  const { db, clock } = services
  const { attempt, standing } = played
  if (standing.at.kind !== 'ending') throw redirect(`/attempts/${attempt.id}?notice=elsewhere#main`, 303)
  const given = readAnswers(form, standing.at.ending.reflections.length)
  if (!given) throw new Response(null, { status: 400 })
  const problems = new Map<number, string>()
  for (const [question, answer] of given) {
    if (answer === '') problems.set(question, 'Write a sentence or two; then the debrief opens.')
    if (answer.length > LONGEST_ANSWER) {
      problems.set(
        question,
        `Keep it to ${LONGEST_ANSWER.toLocaleString('en')} characters; this is ${answer.length.toLocaleString('en')}.`,
      )
    }
  }
  const answers = [...given].filter(([question, answer]) => answer !== '' && !problems.has(question))
  await db.write((tx) =>
    saveReflections(
      tx,
      attempt.id,
      answers.map(([question, answer]) => ({ question, answer })),
      clock.now(),
    ),
  )
  if (problems.size > 0) {
    const wordsAsked = await reflectionWordsFor(attempt.slug, services)
    return { kind: 'unanswered', page: { ...endingPage(played, given, problems, null), wordsAsked } }
  }
  return { kind: 'kept', location: `/attempts/${attempt.id}/debrief` }
}

/** The trimmed answers by question; null for a form that no page of ours can have sent. */
function readAnswers(form: FormData, questions: number): Map<number, string> | null {
  const names = new Set(Array.from({ length: questions }, (_, question) => `answer-${question}`))
  const entries = [...form.entries()].filter(([name]) => name !== 'intent')
  if (entries.length !== names.size) return null
  const answers = new Map<number, string>()
  for (const [name, value] of entries) {
    if (!names.delete(name) || typeof value !== 'string') return null
    answers.set(Number(name.slice('answer-'.length)), value.trim())
  }
  return answers
}
