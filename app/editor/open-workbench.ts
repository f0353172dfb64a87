import type { ProblemView } from '../components/studio-views.ts'
import type { CheckedText } from './check-messages.ts'
import { createCheckRunner } from './check-runner.ts'
import { openEditor } from './open-editor.ts'
import type { Editor } from './open-editor.ts'

export type Opened = Editor & {
  /** Checks again with other images. */
  setImages: (images: ReadonlyArray<string>) => void
}

type Wishes = {
  parent: HTMLElement
  text: string
  images: ReadonlyArray<string>
  problems: ReadonlyArray<ProblemView>
  labels: { label: string; describedBy: string }
  onText: (text: string) => void
  onCursor: (line: number, offset: number, text: () => string) => void
  onBlur: () => void
  onChecked: (checked: CheckedText) => void
  onGivenUp: () => void
}

/** Opens the editor and the worker that checks what is typed into it. The part of the page that is loaded in the studio alone. */
export function openWorkbench(wishes: Wishes): Opened {
  const { parent, text, labels, onText, onCursor, onBlur, onChecked, onGivenUp } = wishes
  let { images } = wishes
  const runner = createCheckRunner({
    startWorker: () => new Worker(new URL('check.worker.ts', import.meta.url), { type: 'module' }),
    onChecked: (checked) => {
      editor.show(checked.problems)
      onChecked(checked)
    },
    onGivenUp,
  })
  const editor = openEditor(
    parent,
    text,
    { ...labels, nonce: pageNonce() },
    {
      onText: (typed) => {
        runner.check(typed, images)
        onText(typed)
      },
      onCursor,
      onBlur,
    },
  )
  editor.show(wishes.problems)
  return {
    ...editor,
    setImages: (now) => {
      images = now
      runner.check(editor.text(), images)
    },
    close: () => {
      runner.close()
      editor.close()
    },
  }
}

/** The browser hides a nonce from selectors and attributes, not from the page's own scripts. */
function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''
}
