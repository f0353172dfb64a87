import { expect, test } from 'vitest'
import { isReflected } from './reflection.ts'

test.each([
  ['thirty words', 'word '.repeat(30), true],
  ['twenty-nine words', 'word '.repeat(29), false],
  ['nothing', '', false],
  ['marks that are no words', '– … ? '.repeat(40), false],
  [
    'a language without spaces',
    '我会先问他们看到了什么然后再说我自己的想法因为他们每天都在那里工作比我更清楚哪里出了问题下一次开会之前我要和每个人单独谈一谈',
    true,
  ],
  ['a short sentence without spaces', '我会先问他们。', false],
])('%s', (_, answer, isEnough) => {
  expect(isReflected(answer)).toBe(isEnough)
})
