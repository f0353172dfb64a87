/** A place in the header. `isName`: the person's own name, which may be long. `end`: it is current at this very address only; `and` at what lies below this one. */
export type NavItem = { label: string; to: string; isName?: true; end?: true; and?: string }

type Person = { name: string; role: 'learner' | 'instructor' | 'admin' }

const PLACES: ReadonlyArray<NavItem> = [
  { label: 'Home', to: '/home' },
  { label: 'Course', to: '/courses' },
  { label: 'Cases', to: '/cases' },
  { label: 'Profile', to: '/profile' },
  { label: 'How it scores', to: '/how-it-scores' },
]

const TEACHING: ReadonlyArray<NavItem> = [
  { label: 'Cohorts', to: '/teach', end: true, and: '/teach/cohorts/' },
  { label: 'Studio', to: '/teach/cases' },
]

/** Pure. What the header offers to someone; null for a visitor or a guest. */
export function navFor(person: Person | null): Array<NavItem> {
  if (person === null) return [...PLACES, { label: 'Sign in', to: '/sign-in' }]
  const own = { label: person.name, to: '/settings/account', isName: true, and: '/settings' } as const
  return [
    ...PLACES,
    ...(person.role === 'learner' ? [] : TEACHING),
    ...(person.role === 'admin' ? [{ label: 'Admin', to: '/admin' }] : []),
    own,
  ]
}

/** Pure. What a place is to whoever is at this address, as `aria-current` says it. */
export function currentOf({ to, end, and }: NavItem, pathname: string): 'page' | 'true' | undefined {
  if (pathname === to || (end !== true && pathname.startsWith(`${to}/`))) return 'page'
  return and !== undefined && pathname.startsWith(and) ? 'true' : undefined
}
