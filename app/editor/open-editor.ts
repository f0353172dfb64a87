import { autocompletion } from '@codemirror/autocomplete'
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { indentWithTab } from '@codemirror/commands'
import { EditorSelection, EditorState } from '@codemirror/state'
import type { Text } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { basicSetup } from 'codemirror'
import type { ProblemView } from '../components/studio-views.ts'
import { colours } from './colours.ts'
import { suggest } from './complete.ts'
import { editorTheme } from './editor-theme.ts'
import { placeForBlock } from './place-for-block.ts'
import { problemMarks, showProblems } from './problem-marks.ts'

export type Editor = {
  text: () => string
  /** Puts another text in the place of this one. */
  replace: (text: string) => void
  show: (problems: ReadonlyArray<ProblemView>) => void
  goTo: (line: number) => void
  /** Writes a block of its own at a point of the window that is in the text, otherwise where the cursor is. */
  insertBlock: (block: string, point: Point | null) => void
  close: () => void
}

/** In pixels of the window. */
export type Point = { x: number; y: number }

export type EditorEvents = {
  onText: (text: string) => void
  /** Where the cursor is: line from 1, offset from 0. */
  onCursor: (line: number, offset: number, text: () => string) => void
  onBlur: () => void
}

/** Opens the editor in an element. `nonce`: the page's own, for the editor's style sheet. */
export function openEditor(
  parent: HTMLElement,
  text: string,
  labels: { label: string; describedBy: string; nonce: string },
  { onText, onCursor, onBlur }: EditorEvents,
): Editor {
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        EditorView.cspNonce.of(labels.nonce),
        basicSetup,
        keymap.of([indentWithTab]),
        autocompletion({ override: [complete], icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': labels.label,
          'aria-describedby': labels.describedBy,
          spellcheck: 'true',
          // It takes the focus without that; tools that look for what scrolls only know it by this.
          tabindex: '0',
        }),
        colours,
        problemMarks,
        editorTheme,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onText(update.state.doc.toString())
          if (update.docChanged || update.selectionSet) tellCursor(update.state, onCursor)
        }),
        EditorView.domEventHandlers({ blur: () => void onBlur() }),
      ],
    }),
  })

  function goTo(line: number): void {
    const { from } = lineIn(view.state.doc, line)
    view.dispatch({
      selection: EditorSelection.cursor(from),
      effects: EditorView.scrollIntoView(from, { y: 'center' }),
    })
    view.focus()
  }

  return {
    text: () => view.state.doc.toString(),
    replace: (replacement) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: replacement } }),
    show: (problems) => view.dispatch(showProblems(view.state, problems)),
    goTo,
    insertBlock(block, point) {
      const near = (point && view.posAtCoords(point)) ?? view.state.selection.main.head
      const from = placeForBlock(view.state.doc.toString(), near)
      const insert = `\n\n${block}`
      view.dispatch({
        changes: { from, insert },
        selection: EditorSelection.cursor(from + insert.length),
        scrollIntoView: true,
      })
      view.focus()
    },
    close: () => view.destroy(),
  }
}

function tellCursor(state: EditorState, onCursor: EditorEvents['onCursor']): void {
  const { head } = state.selection.main
  onCursor(state.doc.lineAt(head).number, head, () => state.doc.toString())
}

function complete(context: CompletionContext): CompletionResult | null {
  const suggested = suggest(context.state.doc.toString(), context.pos)
  if (suggested === null) return null
  return { from: suggested.from, options: suggested.options, validFor: /^<?[\w-]*$/ }
}

function lineIn(doc: Text, line: number) {
  return doc.line(Math.min(Math.max(1, line), doc.lines))
}
