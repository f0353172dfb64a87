import type { Case, Choice, Scene } from '../../machines/case/case.ts'
import { stepperOf } from '../../machines/case/step.ts'
import type { CompiledScene } from '../cases/compile.server.ts'
import { renderHtml } from '../cases/html.ts'
import type { Html } from '../cases/html.ts'
import type { PreviewOption, PreviewPlace, ScenePreview } from '../components/studio-views.ts'

/** Pure. A scene of a case for its author; all its texts have been compiled. */
export function scenePreview(source: Case, scene: Scene, compiled: CompiledScene): ScenePreview {
  const { holds, start } = stepperOf(source)
  const html = (text: Html) => renderHtml(text, (condition) => holds(condition, { ...start, scene: scene.id }))
  const place = (id: string): PreviewPlace => ({ id, title: titleIn(source, id) })
  return {
    id: scene.id,
    language: source.language,
    scene: { title: titleOf(scene), when: scene.when, html: html(compiled.prose) },
    exit: exitOf(scene, compiled, html, place),
  }
}

function exitOf(
  { exit }: Scene,
  compiled: CompiledScene,
  html: (text: Html) => string,
  place: (id: string) => PreviewPlace,
): ScenePreview['exit'] {
  switch (exit.kind) {
    case 'next':
      return { kind: 'next', ways: exit.ways.map(({ goto }) => place(goto)) }
    case 'ending': {
      const { title, outcome } = exit
      return {
        kind: 'ending',
        title: title ?? 'The end',
        outcome,
        html: html(compiled.ending),
        reflections: compiled.reflections.map(html),
      }
    }
    case 'decision':
      return {
        kind: 'decision',
        questionHtml: html(compiled.question),
        options: exit.choices.map((choice) => optionOf(choice, compiled, html, place)),
      }
  }
}

function optionOf(
  { id, execution, influence, goto }: Choice,
  { choices }: CompiledScene,
  html: (text: Html) => string,
  place: (id: string) => PreviewPlace,
): PreviewOption {
  const texts = choices[id]
  return {
    id,
    html: html(texts?.text ?? []),
    ratings: { execution, influence },
    becauseHtml: texts?.because ? html(texts.because) : null,
    outcomeHtml: texts?.outcome ? html(texts.outcome) : null,
    leadsTo: place(goto),
  }
}

function titleIn({ scenes }: Case, id: string): string {
  const scene = scenes.find((candidate) => candidate.id === id)
  return scene ? titleOf(scene) : id
}

/** Pure. What a scene is called; one without a title is called by its id, which its author knows. */
export function titleOf({ id, title, exit }: Scene): string {
  return title ?? (exit.kind === 'ending' ? exit.title : null) ?? id
}
