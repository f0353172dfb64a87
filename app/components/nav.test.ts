import { expect, test } from 'vitest'
import { currentOf, navFor } from './nav.ts'

/** What the header marks for an admin at an address. */
function marked(pathname: string): Array<string> {
  return navFor({ name: 'Ada', role: 'admin' }).flatMap((item) => {
    const current = currentOf(item, pathname)
    return current === undefined ? [] : [`${item.label}: ${current}`]
  })
}

test.each([
  ['/', []],
  ['/home', ['Home: page']],
  ['/cases', ['Cases: page']],
  ['/cases/almost-done', ['Cases: page']],
  ['/casesx', []],
  ['/attempts/1', []],
  ['/teach', ['Cohorts: page']],
  ['/teach/cohorts/1/people', ['Cohorts: true']],
  ['/teach/cases', ['Studio: page']],
  ['/teach/cases/mine/versions', ['Studio: page']],
  ['/settings/account', ['Ada: page']],
  ['/settings/data', ['Ada: true']],
  ['/admin/people/1', ['Admin: page']],
])('at %s the header marks %j', (pathname, places) => {
  expect(marked(pathname)).toEqual(places)
})
