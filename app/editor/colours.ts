import { Decoration, MatchDecorator, ViewPlugin } from '@codemirror/view'
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view'
import { foldService } from '@codemirror/language'
import type { Extension } from '@codemirror/state'

const MARKS = {
  tag: Decoration.mark({ class: 'cw-tag' }),
  execution: Decoration.mark({ class: 'cw-execution' }),
  influence: Decoration.mark({ class: 'cw-influence' }),
  quoted: Decoration.mark({ class: 'cw-quoted' }),
}

/** Tags are bold, the two dimensions have their hues, quoted text is quieter. */
const decorator = new MatchDecorator({
  regexp: /<\/?[A-Z][A-Za-z]*>?|\b(?:execution|influence)=(?:"[^"\n]*"|\{[^}\n]*\})|(?<==)"[^"\n]*"|\/?>/g,
  decoration: ([found]) => {
    if (found.startsWith('execution')) return MARKS.execution
    if (found.startsWith('influence')) return MARKS.influence
    return found.startsWith('"') ? MARKS.quoted : MARKS.tag
  },
})

const marks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = decorator.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

/** A scene can be folded to its first line. */
const scenes = foldService.of((state, from, to) => {
  if (!/^<Scene\b/.test(state.sliceDoc(from, to))) return null
  const rest = state.sliceDoc(to, Math.min(state.doc.length, to + 60_000))
  const end = /^<\/Scene>/m.exec(rest)
  return end ? { from: to, to: to + end.index } : null
})

/** How the language of cases looks in the editor. */
export const colours: Extension = [marks, scenes]
