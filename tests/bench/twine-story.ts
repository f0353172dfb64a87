import type { CompiledCase, CompiledScene } from '../../app/cases/compile.server.ts'
import { renderHtml } from '../../app/cases/html.ts'
import type { Html } from '../../app/cases/html.ts'
import type { Case, Scene } from '../../machines/case/case.ts'

type Passage = { name: string; text: string }

/**
 * Pure. A published Twine story with the text of a case: `published` is any story of the format, whose passages are taken out for the
 * case's. A scene is a passage with a link for each choice; an outcome is one with a link on. What depends on a state is all there.
 */
export function twineStory(source: Case, { scenes }: CompiledCase, published: string): string {
  const format = / format="[^"]*" format-version="[^"]*"/.exec(published)?.[0] ?? ''
  const passages = source.scenes.flatMap((scene) => passagesOf(scene, scenes[scene.id]))
  const start = 1 + passages.findIndex(({ name }) => name === source.start)
  const data = [
    `<tw-storydata name="${escaped(source.title)}" startnode="${start}" creator="Twine" creator-version="2.8.1"${format}`,
    ' ifid="452A9D80-C759-42C5-B001-5B861A2410C5" options="" tags="" zoom="1" hidden>',
    '<style role="stylesheet" id="twine-user-stylesheet" type="text/twine-css"></style>',
    '<script role="script" id="twine-user-script" type="text/twine-javascript"></script>',
    ...passages.map(passageData),
    '</tw-storydata>',
  ].join('')
  const before = published.slice(0, published.indexOf('<tw-storydata'))
  const after = published.slice(published.indexOf('</tw-storydata>') + '</tw-storydata>'.length)
  return before + data + after
}

function passagesOf({ id, title, exit }: Scene, compiled: CompiledScene | undefined): Array<Passage> {
  if (!compiled) throw new Error(`Expected scene "${id}" to be compiled`)
  const told = `<h1>${escaped(title ?? '')}</h1>${allOf(compiled.prose)}`
  if (exit.kind === 'next')
    return [{ name: id, text: told + exit.ways.map(({ goto }) => link('Continue', goto)).join('') }]
  if (exit.kind === 'ending') {
    return [{ name: id, text: told + allOf(compiled.ending) + compiled.reflections.map(allOf).join('') }]
  }
  const links: Array<string> = []
  const outcomes: Array<Passage> = []
  for (const choice of exit.choices) {
    const { text = [], outcome = null } = compiled.choices[choice.id] ?? {}
    const name = `${id} ${choice.id}`
    links.push(link(plain(allOf(text)), outcome === null ? choice.goto : name))
    if (outcome !== null) outcomes.push({ name, text: allOf(outcome) + link('Continue', choice.goto) })
  }
  return [{ name: id, text: told + allOf(compiled.question) + links.join('') }, ...outcomes]
}

function allOf(html: Html): string {
  return renderHtml(html, () => true)
}

/** Both formats read this; the text of a link may hold neither markup nor what ends it. */
function link(text: string, to: string): string {
  return `\n\n[[${text}->${to}]]`
}

function plain(html: string): string {
  return html
    .replace(/<[^>]+>/g, '')
    .replace(/[[\]|]|->|<-/g, ' ')
    .trim()
}

function passageData({ name, text }: Passage, place: number): string {
  return `<tw-passagedata pid="${place + 1}" name="${escaped(name)}" tags="" position="0,0" size="100,100">${escaped(text)}</tw-passagedata>`
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}
