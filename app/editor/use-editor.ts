import { useEffect, useRef, useState } from 'react'
import type { MutableRefObject, RefObject } from 'react'
import { sceneAt } from '../../machines/case/scene-at.ts'
import type { ProblemView, StudioPage } from '../components/studio-views.ts'
import type { CheckedText } from './check-messages.ts'
import type { DraftKeeper } from './draft-keeper.ts'
import type { Opened } from './open-workbench.ts'

export type LiveEditor = {
  host: RefObject<HTMLDivElement>
  editor: MutableRefObject<Opened | null>
  isOpen: boolean
  problems: ReadonlyArray<ProblemView>
  /** What the newest check says; null until there was one here. */
  checked: CheckedText | null
  isGivenUp: boolean
  cursor: { line: number; scene: string | null }
}

/** Opens the editor in place of the plain field once its code is there. Without it, the field stays and works. */
export function useEditor(page: StudioPage, keeper: MutableRefObject<DraftKeeper | null>): LiveEditor {
  const first = useRef(page)
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<Opened | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [checked, setChecked] = useState<CheckedText | null>(null)
  const [isGivenUp, setIsGivenUp] = useState(false)
  const [cursor, setCursor] = useState<LiveEditor['cursor']>({ line: 1, scene: null })

  useEffect(() => {
    let isGone = false
    async function open(): Promise<void> {
      const { openWorkbench } = await import('./open-workbench.ts')
      if (isGone || host.current === null) return
      const { source, images, shown } = first.current
      const field = document.querySelector<HTMLTextAreaElement>('#source')
      editor.current = openWorkbench({
        parent: host.current,
        text: field?.value ?? source,
        images,
        problems: shown.problems,
        labels: { label: 'Text of the case', describedBy: 'editor-keys' },
        onText: (text) => keeper.current?.changed(text),
        onCursor: (line, offset, text) => setCursor({ line, scene: sceneAt(text(), offset) }),
        onBlur: () => keeper.current?.flush(),
        onChecked: (found) => {
          setChecked(found)
          setIsGivenUp(false)
        },
        onGivenUp: () => setIsGivenUp(true),
      })
      // Something may have been typed before the editor was there.
      if (field && field.value !== source) keeper.current?.changed(field.value)
      setIsOpen(true)
    }
    void open()
    return () => {
      isGone = true
      editor.current?.close()
      editor.current = null
      setIsOpen(false)
    }
  }, [keeper])

  return { host, editor, isOpen, problems: checked?.problems ?? page.shown.problems, checked, isGivenUp, cursor }
}
