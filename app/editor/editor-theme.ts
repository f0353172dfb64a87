import { EditorView } from '@codemirror/view'

/** The editor in the look of the house: its own colours are taken out, the rest is in studio.css. */
export const editorTheme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'transparent', fontSize: 'var(--t-small)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.62' },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: 'var(--s3)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { color: 'var(--ink-3)', backgroundColor: 'transparent', border: 'none' },
  '.cm-activeLine': { backgroundColor: 'var(--wash)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--wash)', color: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--rule)',
  },
  '.cm-selectionMatch, .cm-searchMatch': { backgroundColor: 'var(--rule)' },
  '.cm-searchMatch-selected': { backgroundColor: 'var(--edge)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--rule)' },
  // The library draws these lines as pictures in the style sheet, which the content security policy refuses.
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--ink) 1.5px',
    textUnderlineOffset: '0.28em',
    fontWeight: '700',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--ink-2) 1.5px',
    textUnderlineOffset: '0.28em',
  },
  '.cm-lintRange-active': { backgroundColor: 'var(--rule)' },
  '.cm-lintPoint:after': { display: 'none' },
  '.cm-foldPlaceholder': { color: 'var(--ink-2)', backgroundColor: 'var(--wash)', borderColor: 'var(--rule)' },
  '.cm-tooltip, .cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--paper)', borderColor: 'var(--edge)' },
  '.cm-diagnostic': { borderLeft: '3px solid var(--ink)', fontFamily: 'var(--sans)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.6rem' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--paper)',
    backgroundColor: 'var(--ink)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.75' },
})
