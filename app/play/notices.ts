/** What a page says once about what has just happened; the address carries only the key. */
const NOTICES = {
  other: 'You had already decided here, and that decision stands. Nothing was changed; this is where you are now.',
  elsewhere: 'What you sent belongs to another place in this case. Nothing was changed; this is where you are now.',
  early:
    'Playing on from a decision opens with the debrief: when the case has ended and its questions are answered. This is where you are.',
  'looked-back': 'Your answer is kept. You can change it whenever you like.',
  moved: 'Your plan has another day. It comes back then.',
  changed: 'Your plan is kept as you changed it.',
  deleted: 'The plan is deleted.',
  gone: 'That page of the case is not open to you now. This is where you are.',
} as const

type NoticeKey = keyof typeof NOTICES

/** The sentence of a key, or null for anything else that an address may hold. */
export function noticeText(key: string | null): string | null {
  return key !== null && isNoticeKey(key) ? NOTICES[key] : null
}

function isNoticeKey(key: string): key is NoticeKey {
  return Object.hasOwn(NOTICES, key)
}
