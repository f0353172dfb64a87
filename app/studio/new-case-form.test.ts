import { expect, test } from 'vitest'
import { readNewCase, slugFrom } from './new-case-form.ts'

function form(title: string, slug: string): FormData {
  const data = new FormData()
  data.set('title', title)
  data.set('slug', slug)
  return data
}

test.each([
  ['Løve & Søn, 22:40', 'love-son-22-40'],
  ['  Łódź — straße! ', 'lodz-strasse'],
  ['東京', ''],
  [`${'a'.repeat(63)} b`, 'a'.repeat(63)],
])('%s becomes the address %s', (title, slug) => expect(slugFrom(title)).toBe(slug))

test('without an address one is made from the title', () => {
  expect(readNewCase(form('Two front doors', ''))).toEqual({
    kind: 'new',
    title: 'Two front doors',
    slug: 'two-front-doors',
  })
})

test.each([
  ['', 'a-case', 'title'],
  ['Two\nlines', 'a-case', 'title'],
  ['A case', 'A Case', 'slug'],
  ['A case', '../etc', 'slug'],
  ['A case', 'a'.repeat(65), 'slug'],
  ['東京', '', 'slug'],
])('%j at %j is refused with what was typed kept', (title, slug, field) => {
  expect(readNewCase(form(title, slug))).toMatchObject({
    kind: 'problems',
    draft: { title, slug, problems: { [field]: expect.any(String) } },
  })
})
