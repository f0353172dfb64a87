import { expect, test } from 'vitest'
import { confirmationMail, reminderMail } from './compose.ts'

const OFF = 'https://learn.example.org/reminders/off?token=a.b.c'
const HOME = 'https://learn.example.org/home'

function aReminder(own: { when?: string; will?: string } = {}) {
  return reminderMail({
    to: 'ola@example.org',
    when: 'the belt stops before ten',
    will: 'ask the lane first',
    home: HOME,
    off: OFF,
    messageId: '<1@example.org>',
    ...own,
  })
}

test('a reminder holds what the learner wrote, the way home and the way to switch off, in both forms', () => {
  const { text, html, headers } = aReminder()
  for (const body of [text, html]) {
    for (const told of ['the belt stops before ten', 'ask the lane first', HOME, OFF]) expect(body).toContain(told)
    expect(body).not.toMatch(/score|estimate|profile|rating/i)
  }
  expect(headers).toEqual({ 'List-Unsubscribe': `<${OFF}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
})

test('nothing that a learner writes becomes markup or a header', () => {
  const mail = aReminder({ when: '<img src=x onerror="1">\r\nBcc: all@example.org', will: `"Tom" & 'Eva'` })
  expect(mail.html).toContain('&lt;img src=x onerror=&quot;1&quot;&gt;')
  expect(mail.html).toContain('&quot;Tom&quot; &amp; &#39;Eva&#39;')
  expect(mail.html).not.toContain('<img')
  expect(mail.text).toContain(`"Tom" & 'Eva'`)
  expect(JSON.stringify([mail.subject, mail.headers])).not.toContain('Bcc')
})

test('the question whether an address is theirs tells nothing of the learner and can be left alone', () => {
  const { text, headers } = confirmationMail({
    to: 'ola@example.org',
    link: 'https://learn.example.org/x',
    messageId: '<1@x>',
  })
  expect(text).toContain('https://learn.example.org/x')
  expect(text).toContain('If it was not, do nothing.')
  expect(headers).toEqual({})
})
