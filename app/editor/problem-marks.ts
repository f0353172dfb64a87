import { setDiagnostics } from '@codemirror/lint'
import type { Diagnostic } from '@codemirror/lint'
import { StateEffect, StateField } from '@codemirror/state'
import type { EditorState, Extension, Range, Text, TransactionSpec } from '@codemirror/state'
import { Decoration, EditorView, WidgetType } from '@codemirror/view'
import type { DecorationSet } from '@codemirror/view'
import type { ProblemView } from '../components/studio-views.ts'

const setProblems = StateEffect.define<ReadonlyArray<ProblemView>>()

/** A problem in words, under its line. */
class Says extends WidgetType {
  constructor(readonly problem: ProblemView) {
    super()
  }

  override eq(other: Says): boolean {
    return other.problem.message === this.problem.message && other.problem.severity === this.problem.severity
  }

  override toDOM(): HTMLElement {
    const says = document.createElement('p')
    says.className = 'cw-says'
    const severity = document.createElement('b')
    severity.textContent = this.problem.severity === 'error' ? 'Error. ' : 'Warning. '
    says.append(severity, this.problem.message)
    if (this.problem.hint !== null) says.append(` ${sentence(this.problem.hint)}`)
    return says
  }
}

type Known = { problems: ReadonlyArray<ProblemView>; shown: DecorationSet }

/** What is wrong stands under its line: errors always, warnings where the cursor is. They move with the text until the next check. */
const problemField = StateField.define<Known>({
  create: () => ({ problems: [], shown: Decoration.none }),
  update: (known, transaction) => {
    for (const effect of transaction.effects) {
      if (effect.is(setProblems)) return { problems: effect.value, shown: shownIn(transaction.state, effect.value) }
    }
    if (transaction.docChanged) return { ...known, shown: known.shown.map(transaction.changes) }
    return transaction.selection ? { ...known, shown: shownIn(transaction.state, known.problems) } : known
  },
  provide: (field) => EditorView.decorations.from(field, ({ shown }) => shown),
})

function shownIn({ doc, selection }: EditorState, problems: ReadonlyArray<ProblemView>): DecorationSet {
  const here = doc.lineAt(selection.main.head).number
  const marks = problems
    .filter(({ severity, line }) => severity === 'error' || (line === here && line > 1))
    .flatMap((problem): Array<Range<Decoration>> => {
      const line = lineOf(doc, problem.line)
      const says = Decoration.widget({ widget: new Says(problem), block: true, side: 1 }).range(line.to)
      return problem.severity === 'error'
        ? [Decoration.line({ class: 'cw-line-with-error' }).range(line.from), says]
        : [says]
    })
  return Decoration.set(marks, true)
}

/** What shows the problems of a text. */
export const problemMarks: Extension = problemField

/** The change that shows these problems. */
export function showProblems(state: EditorState, problems: ReadonlyArray<ProblemView>): TransactionSpec {
  const diagnostics = problems.map((problem): Diagnostic => {
    const { severity, message } = problem
    return { ...rangeOf(state.doc, problem), severity, message, source: problem.rule }
  })
  const { effects = [] } = setDiagnostics(state, diagnostics)
  return { effects: [...[effects].flat(), setProblems.of(problems)] }
}

/** The attribute or the word that a problem is about, to be underlined. */
function rangeOf(doc: Text, { line: number, column }: ProblemView): { from: number; to: number } {
  const line = lineOf(doc, number)
  const from = Math.min(line.from + column - 1, line.to)
  const word = /^<?\/?[\w-]+(?:=(?:"[^"]*"|\{[^}]*\}+))?/.exec(line.text.slice(from - line.from))?.[0] ?? ''
  return { from, to: Math.min(line.to, from + Math.max(1, word.length)) }
}

function lineOf(doc: Text, number: number) {
  return doc.line(Math.min(Math.max(1, number), doc.lines))
}

function sentence(text: string): string {
  const ended = /[.!?]$/.test(text) ? text : `${text}.`
  return ended.charAt(0).toUpperCase() + ended.slice(1)
}
