/** What a page of a cohort says once about what has just happened; the address carries only the key. */
const NOTICES = {
  opened: 'The cohort is open. Pass on the code or the link, or invite people by address.',
  changed: 'Your changes are kept.',
  'new-code': 'There is a new code. The old one and its link let nobody in any more.',
  'show-reasons': 'After their debrief, learners now see the reasons of others, without names.',
  'hide-reasons': 'Learners see no reasons of others any more.',
  'instructor-added': 'The instructor is added. They find the cohort under Teach.',
  'instructor-removed': 'The instructor is removed from this cohort.',
  'last-instructor': 'A cohort needs an instructor, so the last one stays. Nothing was changed.',
  archived: 'The cohort is in the archive. Nobody can join it now.',
  unarchived: 'The cohort is out of the archive, and its code works again.',
  deleted: 'The cohort is deleted. What its learners decided is still theirs.',
  left: 'You no longer teach that cohort.',
  removed: 'They are no longer in the cohort. What they decided is still theirs.',
  withdrawn: 'The invitation is withdrawn.',
  invited: 'The invitations are kept. People are in the cohort once they join.',
  joined: 'You are in. Begin with the course whenever you like.',
  shared: 'The instructors of this cohort can now read your profile.',
  unshared: 'The instructors can no longer read your profile.',
} as const

type NoticeKey = keyof typeof NOTICES

/** The sentence of a request's key; null for anything else that an address may hold. */
export function noticeOf(request: Request): string | null {
  const key = new URL(request.url).searchParams.get('notice')
  return key !== null && isNoticeKey(key) ? NOTICES[key] : null
}

function isNoticeKey(key: string): key is NoticeKey {
  return Object.hasOwn(NOTICES, key)
}
