import type { CourseStep } from '../../machines/course/progress.ts'
import { REFLECTION_WORDS } from '../../machines/course/reflection.ts'
import type { StepView } from '../components/course-views.ts'

/** What is known of a case that a step may be about. */
export type StepCase = {
  slug: string
  /** Place in the course, from 1. */
  number: number
  title: string
  minutes: number
  summary: string
  underWay: { id: string; decided: number } | null
  /** The newest attempt that came to an ending. */
  ended: string | null
}

type StepCourse = { slug: string; lensItems: number; cases: ReadonlyArray<StepCase> }

/** Pure. Where a step leads, and the words for it. */
export function stepView(step: CourseStep, course: StepCourse): StepView {
  const address = `/courses/${course.slug}`
  switch (step.kind) {
    case 'lens':
      return lensView(step.when, course)
    case 'case':
      return caseView(step.slug, course)
    case 'reflections': {
      const { title, ended } = caseOf(step.slug, course)
      return {
        kicker: 'Next · your own words',
        title: `What “${title}” leaves you with`,
        note: `The questions after the case, each in ${REFLECTION_WORDS} words or more. Only you can read what you write.`,
        to: `/attempts/${ended}?reflect=again`,
        label: 'Answer the questions',
      }
    }
    case 'plan':
      return {
        kicker: 'Next · the last step',
        title: 'One page about your own work',
        note: 'Two competencies from your profile, and one real decision within fourteen days for each.',
        to: `${address}/plan`,
        label: 'Write the plan',
      }
    case 'certificate':
      return {
        kicker: 'Everything is done',
        title: 'You have completed the course',
        note: 'The certificate names the course, the role situations and the hours. Your profile stays yours.',
        to: `${address}/certificate`,
        label: 'Get the certificate',
      }
  }
}

function lensView(when: 'before' | 'after', { slug, lensItems }: StepCourse): StepView {
  const to = `/role?course=${encodeURIComponent(slug)}`
  const statements = `${lensItems} ${lensItems === 1 ? 'statement' : 'statements'}`
  if (when === 'before') {
    return {
      kicker: 'Next · two minutes',
      title: 'What does your role ask of you now?',
      note: `${statements} about the role, never about you. They move where strong and exposed begin in your profile.`,
      to,
      label: 'Answer the role lens',
    }
  }
  return {
    kicker: 'Next · two minutes',
    title: 'What does your role ask of you by now?',
    note: `The same ${statements} as at the start: what you see in your role may have changed.`,
    to,
    label: 'Answer the role lens again',
  }
}

function caseView(slug: string, course: StepCourse): StepView {
  const { number, title, minutes, summary, underWay } = caseOf(slug, course)
  const place = `case ${number} of ${course.cases.length}`
  if (underWay === null) {
    const kicker = `Next · ${place} · about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
    return { kicker, title, note: summary, to: `/cases/${slug}`, label: 'Open the case' }
  }
  return {
    kicker: `Under way · ${place}`,
    title,
    note: summary,
    to: `/attempts/${underWay.id}`,
    label: underWay.decided === 0 ? 'Go on from the first scene' : `Go on after decision ${underWay.decided}`,
  }
}

function caseOf(slug: string, { cases }: StepCourse): StepCase {
  const found = cases.find((one) => one.slug === slug)
  if (!found) throw new Error(`Expected a case of the course, found "${slug}"`)
  return found
}
