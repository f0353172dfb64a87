import { expect, test } from 'vitest'
import { isFrameMessage } from './frame-messages.ts'

test.each([
  [{ kind: 'ask' }, true],
  [{ kind: 'saved' }, true],
  [{ kind: 'show', to: '?framed=1&from=monday' }, true],
  [{ kind: 'show', to: '//elsewhere.example/' }, false],
  [{ kind: 'show', to: 'javascript:alert(1)' }, false],
  [{ kind: 'show' }, false],
  [null, false],
  ['saved', false],
])('%j: %s', (data, isOurs) => expect(isFrameMessage(data)).toBe(isOurs))
