/** What a guest played in this browser. */
export type GuestPlayed = { attempts: number; decisions: number }

/** What is wrong with a form, by field; `form` is about all of it. */
type Problems<Field extends string> = Partial<Record<Field | 'form', string>>

/** What was typed stays typed; a password never comes back. */
type AccountDraft = { name: string; email: string }

export type SignUpView = {
  draft: AccountDraft
  problems: Problems<'name' | 'email' | 'password'>
  guest: GuestPlayed | null
  /** Where to go afterwards, as the address has it; null for the usual place. */
  next: string | null
}

export type SignInView = {
  email: string
  problem: string | null
  notice: string | null
  guest: GuestPlayed | null
  isKept: boolean
  next: string | null
}

export type NewPasswordView = {
  /** `open`, or why the link does nothing. */
  state: 'open' | 'used' | 'expired' | 'unknown'
  token: string
  problem: string | null
  guest: GuestPlayed | null
  isKept: boolean
}

export type AccountView = {
  draft: AccountDraft
  problems: Problems<'name' | 'email' | 'password' | 'current'>
  notice: string | null
}

export type ListedBrowser = {
  id: string
  name: string
  /** YYYY-MM-DD; null where it was never seen since. */
  seenOn: string | null
  since: string
  isThis: boolean
}

export type DataView = {
  /** A sentence for each part of the file. */
  parts: Array<string>
  isGuest: boolean
  isOnlyAdmin: boolean
  problem: string | null
}

export type PersonRow = {
  learnerId: string
  name: string
  email: string
  role: 'learner' | 'instructor' | 'admin'
  /** YYYY-MM-DD. */
  since: string
  seenOn: string | null
  /** When they asked for a link to a new password that nobody has made yet. */
  askedOn: string | null
}

export type HealthView = {
  version: string
  database: string
  cases: number
  refused: Array<{ slug: string; problems: Array<string> }>
  people: number
  guests: number
}

export type PeopleView = {
  search: string
  people: Array<PersonRow>
  count: number
  page: number
  pages: number
  /** Null where it could not be read. */
  health: HealthView | null
}

export type PersonView = {
  person: PersonRow
  isSelf: boolean
  sendsMail: boolean
  notice: string | null
  problem: string | null
  /** The link that was just made, to be passed on; shown once. */
  link: string | null
}
