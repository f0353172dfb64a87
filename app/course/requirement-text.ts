import { areAllDone, slugsOf } from '../../machines/course/progress.ts'
import type { CourseFacts, CoursePlan, CourseProgress, Requirement } from '../../machines/course/progress.ts'
import { REFLECTION_WORDS } from '../../machines/course/reflection.ts'

// All functions are pure.

/** What a requirement takes, as the course page lists it. */
export function requirementText(requirement: Requirement, cases: number): string {
  switch (requirement) {
    case 'lens-before':
      return 'Say what your role asks, in the role lens.'
    case 'lens-after':
      return 'Answer the role lens again after the last case.'
    case 'all-cases':
      return cases === 1
        ? 'Play the case to an ending. Any ending counts.'
        : `Play all ${cases} cases to an ending. Any ending counts.`
    case 'reflections':
      return `Answer the questions after each case, each in ${REFLECTION_WORDS} words or more. Only you can read them.`
    case 'plan':
      return 'Write a one-page plan at the end: two real decisions within fourteen days.'
  }
}

/** A sentence for each requirement that is not met, in the order of the course. */
export function missingText(
  course: CoursePlan,
  facts: CourseFacts,
  { requirements }: CourseProgress,
  titleOf: (slug: string) => string,
): Array<string> {
  return requirements.filter(({ isMet }) => !isMet).map(({ requirement }) => sentence(requirement))

  function sentence(requirement: Requirement): string {
    switch (requirement) {
      case 'lens-before':
        return 'Answer the role lens.'
      case 'lens-after':
        return areAllDone(course, facts)
          ? 'Answer the role lens again, now that every case is played.'
          : 'Answer the role lens again once every case is played.'
      case 'all-cases':
        return `Play to an ending: ${told((slug) => !isDone(facts, slug))}.`
      case 'reflections':
        return `Answer the questions, each in ${REFLECTION_WORDS} words or more, after: ${told((slug) => facts.cases.get(slug) !== 'reflected')}.`
      case 'plan':
        return 'Write the one-page plan.'
    }
  }

  function told(isMissing: (slug: string) => boolean): string {
    return listText(
      slugsOf(course)
        .filter(isMissing)
        .map((slug) => `“${titleOf(slug)}”`),
    )
  }
}

/** "A", "A and B", "A, B and C". */
export function listText(texts: ReadonlyArray<string>): string {
  return new Intl.ListFormat('en-GB').format(texts)
}

function isDone({ cases }: CourseFacts, slug: string): boolean {
  return cases.has(slug) && cases.get(slug) !== 'under-way'
}
