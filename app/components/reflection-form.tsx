import { Form, useNavigation } from '@remix-run/react'
import { CaseHtml } from './case-html.tsx'
import { Problem } from './problem.tsx'
import { useFocusOnFault } from './use-focus-on-fault.ts'
import type { ReflectionView } from './views.ts'

type ReflectionFormProps = {
  attempt: string
  language: string
  reflections: Array<ReflectionView>
  wordsAsked: number | null
}

const counts: Record<number, string> = { 1: 'One question', 2: 'Two questions', 3: 'Three questions' }

/** The questions that stand before the debrief, answered in one's own words. */
export function ReflectionForm({ attempt, language, reflections, wordsAsked }: ReflectionFormProps) {
  const form = useFocusOnFault(reflections)
  const isSending = useNavigation().state !== 'idle'
  return (
    <section className="section" aria-labelledby="reflect">
      <div className="section-head">
        <h2 id="reflect">Before the debrief</h2>
        <p className="note">
          {counts[reflections.length] ?? `${reflections.length} questions`} about your own work. Take a minute: what you
          write here, you remember. Only you can read it.
          {wordsAsked !== null &&
            ` For the course, an answer takes ${wordsAsked} words or more; you can add to it later.`}
        </p>
      </div>
      <Form ref={form} className="reflect" id="reflect-form" method="post" action={`/attempts/${attempt}#reflect-form`}>
        <input type="hidden" name="intent" value="reflect" />
        {reflections.map((reflection) => (
          <ReflectionField key={reflection.question} reflection={reflection} language={language} />
        ))}
        <div className="send">
          <button className="button" aria-disabled={isSending ? true : undefined}>
            {isSending ? 'One moment' : 'Open the debrief'}
          </button>
        </div>
      </Form>
    </section>
  )
}

function ReflectionField({ reflection, language }: { reflection: ReflectionView; language: string }) {
  const { question, html, answer, problem } = reflection
  const id = `answer-${question}`
  return (
    <div className="field">
      {/* A label holds phrasing only, and a question may be paragraphs: the text names the field instead. */}
      <CaseHtml className="ask" id={`${id}-question`} html={html} lang={language} />
      <textarea
        id={id}
        name={id}
        rows={4}
        defaultValue={answer}
        aria-labelledby={`${id}-question`}
        aria-invalid={problem === null ? undefined : true}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
      />
      {problem !== null && <Problem id={`${id}-problem`}>{problem}</Problem>}
    </div>
  )
}
