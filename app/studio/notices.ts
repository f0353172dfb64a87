/** What a page of the studio says once about what has just happened; the address carries only the key. */
const NOTICES = {
  saved: 'Saved. What the check found stands below.',
  errors: 'Not published: the text has an error. It is saved, and learners still get the version in service.',
  published: 'Published. Whoever starts the case from now on plays this version; attempts under way stay on theirs.',
  'in-service': 'This very text is in service already. Nothing was changed.',
  withdrawn: 'Withdrawn. The library no longer offers the case; whoever is playing it finishes.',
  back: 'Rolled back. Whoever starts the case from now on plays this version.',
  'rated-before': 'You had rated this version before, and those ratings stand. Nothing was changed.',
  rated: 'Thank you. Your ratings are kept; the agreement so far stands below.',
} as const

type NoticeKey = keyof typeof NOTICES

/** The sentence of a key, or null for anything else that an address may hold. */
export function studioNotice(key: string | null): string | null {
  return key !== null && isNoticeKey(key) ? NOTICES[key] : null
}

function isNoticeKey(key: string): key is NoticeKey {
  return Object.hasOwn(NOTICES, key)
}
