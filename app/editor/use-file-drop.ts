import { useState } from 'react'
import type { DragEvent } from 'react'
import type { Point } from './open-editor.ts'

/**
 * Takes files that are dragged onto an element before anything in it does: a browser would leave the page for a file that nobody
 * takes, and the editor would write its bytes into the text.
 * @returns whether a file is held over the element, and what the element listens with
 */
export function useFileDrop(onFile: (file: File, point: Point) => void) {
  const [isOver, setIsOver] = useState(false)
  return {
    isOver,
    listeners: {
      onDragOverCapture(event: DragEvent<HTMLElement>) {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setIsOver(true)
      },
      onDragLeave(event: DragEvent<HTMLElement>) {
        const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (!isInside) setIsOver(false)
      },
      onDropCapture(event: DragEvent<HTMLElement>) {
        const [file] = event.dataTransfer.files
        if (!file) return
        event.preventDefault()
        setIsOver(false)
        onFile(file, { x: event.clientX, y: event.clientY })
      },
    },
  }
}
