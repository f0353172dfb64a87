import { leaningOf } from '../../machines/course/lens.ts'
import type { LoadedCourse } from '../cases/courses.server.ts'
import { dayText } from '../components/day-text.ts'
import type { RoleView } from '../components/role-page.tsx'
import { saveRoleAnswers } from '../data/role-lenses.server.ts'
import type { Services } from '../http/context.ts'
import { roleAskedOf } from './role-asked.server.ts'

const HEADLINES = {
  execution: 'Your role asks mainly for execution.',
  influence: 'Your role asks mainly for influence.',
  both: 'Your role asks for both at once.',
}

/** The course whose lens is asked: the one of this slug or, where none is named, the first in service; null where there is none. */
export async function findAsking(
  slug: string | null,
  { courses }: Pick<Services, 'courses'>,
): Promise<LoadedCourse | null> {
  return slug === null ? ((await courses.list())[0] ?? null) : courses.find(slug)
}

/** The lens of a course with what a learner last answered; nobody sees it empty. */
export async function showRole(
  learnerId: string | null,
  { slug, course: { title, lens } }: LoadedCourse,
  services: Services,
): Promise<RoleView> {
  const asked = await roleAskedOf(learnerId, services, slug)
  const { scale, items } = lens
  return {
    course: { slug, title },
    lens: { scale, items: items.map(({ text }) => text) },
    answers: items.map((_, item) => asked?.answers[item] ?? null),
    missing: [],
    result: asked && {
      headline: HEADLINES[leaningOf(asked.demands)],
      demands: asked.demands,
      whole: asked.role,
      answeredOn: dayText(asked.answeredAt.toISOString().slice(0, 10)),
    },
  }
}

/** What a sent form marks, by item; null for a form that no page of ours can have sent. */
export function readRoleForm(form: FormData, items: number): Array<number | null> | null {
  const known = new Set(Array.from({ length: items }, (_, item) => `item-${item}`))
  const entries = [...form.entries()]
  const isOurs = entries.every(
    ([name, value]) => known.delete(name) && typeof value === 'string' && /^[1-5]$/.test(value),
  )
  if (!isOurs) return null
  const marked = new Map(entries.map(([name, value]) => [name, Number(value)]))
  return Array.from({ length: items }, (_, item) => marked.get(`item-${item}`) ?? null)
}

/** Keeps complete answers. */
export async function keepRole(
  { learnerId, course, answers }: { learnerId: string; course: string; answers: ReadonlyArray<number> },
  { db, clock }: Services,
): Promise<void> {
  await db.write((tx) => saveRoleAnswers(tx, { learnerId, course, answers, now: clock.now() }))
}
