import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx'
import type { Root, RootContent } from 'mdast'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Block, Case, Markdown, Prose } from '../../machines/case/case.ts'
import type { Expression } from '../../machines/case/expression.ts'
import { elementsOf } from './elements.tsx'
import { cutParts, renderHtml } from './html.ts'
import type { Html } from './html.ts'

/** Changes when what comes out does: what was compiled by another version is compiled anew. */
export const COMPILER = '2'

/** The HTML of every text in a case; `null` where the author left an outcome or a reason out. */
export type CompiledCase = {
  scenes: Record<string, CompiledScene>
}

export type CompiledScene = {
  prose: Html
  question: Html
  choices: Record<string, { text: Html; because: Html | null; outcome: Html | null }>
  ending: Html
  reflections: Array<Html>
}

/** Compiles a checked case with mdx-bundler. */
export async function compileCase(source: Case, imageUrl: (src: string) => string): Promise<CompiledCase> {
  const sheet = new Sheet()
  const take = layOut(source, sheet)
  return take(await compileSheet(sheet, imageUrl))
}

/** Compiles prose that depends on no state, such as the body of a course. `imageUrl` gives the address of an image path. */
export async function compileProse(prose: Prose, imageUrl: (src: string) => string): Promise<string> {
  const sheet = new Sheet()
  const part = sheet.add(prose)
  const html = await compileSheet(sheet, imageUrl)
  return renderHtml(html[part] ?? [], () => false)
}

/**
 * The author's source never gets to mdx-bundler: the tree that is compiled is built afresh from what was parsed, with plain strings for
 * attributes and a number in place of every condition.
 */
async function compileSheet(sheet: Sheet, imageUrl: (src: string) => string): Promise<Array<Html>> {
  // A start where all is published compiles nothing, and these are large.
  const { bundleMDX } = await import('mdx-bundler')
  const { getMDXComponent } = await import('mdx-bundler/client/index.js')
  const { code } = await bundleMDX({
    source: '',
    mdxOptions: (options) => ({ ...options, remarkPlugins: [() => () => sheet.tree()] }),
  })
  const document = renderToStaticMarkup(createElement(getMDXComponent(code), { components: elementsOf(imageUrl) }))
  return cutParts(document, sheet.conditions)
}

/** Collects texts as numbered parts of one tree. */
class Sheet {
  readonly conditions: Array<Expression> = []
  readonly #parts: Array<RootContent> = []

  add(prose: Prose): number {
    const n = this.#parts.length
    this.#parts.push(element('Part', { n: String(n) }, this.#blocks(prose)))
    return n
  }

  addMarkdown(nodes: Markdown): number {
    return this.add([{ kind: 'markdown', nodes }])
  }

  tree(): Root {
    return { type: 'root', children: this.#parts }
  }

  #blocks(prose: Prose): Array<RootContent> {
    return prose.flatMap((block) => this.#block(block))
  }

  #block(block: Block): Array<RootContent> {
    switch (block.kind) {
      case 'markdown':
        return block.nodes
      case 'show': {
        const n = String(this.conditions.push(block.if) - 1)
        return [element('Show', { n }, this.#blocks(block.prose))]
      }
      case 'email':
        return [element('Email', { from: block.from, to: block.to, subject: block.subject, at: block.at }, block.body)]
      case 'chat': {
        const messages = block.messages.map(({ from, at, body }) => element('Message', { from, at }, body))
        return [element('Chat', { title: block.title }, messages)]
      }
      case 'document':
        return [element('Document', { title: block.title }, block.body)]
      case 'say':
        return [element('Say', { who: block.who }, block.body)]
      case 'figure':
        return [element('Figure', { src: block.src, alt: block.alt, caption: block.caption }, [])]
      case 'aside':
        return [element('Aside', { title: block.title }, block.body)]
    }
  }
}

/** Puts every text of the case on the sheet and returns how to find each again. */
function layOut(source: Case, sheet: Sheet): (parts: ReadonlyArray<Html>) => CompiledCase {
  const places = source.scenes.map((scene) => {
    const { exit } = scene
    const decision = exit.kind === 'decision' ? exit : null
    const ending = exit.kind === 'ending' ? exit : null
    return {
      id: scene.id,
      prose: sheet.add(scene.prose),
      question: sheet.add(decision?.question ?? []),
      choices: (decision?.choices ?? []).map((choice) => ({
        id: choice.id,
        text: sheet.addMarkdown(choice.text),
        because: choice.because && sheet.addMarkdown(choice.because),
        outcome: choice.outcome.length > 0 ? sheet.add(choice.outcome) : null,
      })),
      ending: sheet.add(ending?.prose ?? []),
      reflections: (ending?.reflections ?? []).map((question) => sheet.addMarkdown(question)),
    }
  })
  return (parts) => {
    const html = (n: number): Html => parts[n] ?? []
    const scenes = places.map(({ id, prose, question, choices, ending, reflections }): [string, CompiledScene] => [
      id,
      {
        prose: html(prose),
        question: html(question),
        choices: Object.fromEntries(
          choices.map(({ id: choice, text, because, outcome }) => [
            choice,
            {
              text: html(text),
              because: because === null ? null : html(because),
              outcome: outcome === null ? null : html(outcome),
            },
          ]),
        ),
        ending: html(ending),
        reflections: reflections.map(html),
      },
    ])
    return { scenes: Object.fromEntries(scenes) }
  }
}

function element(
  name: string,
  attributes: Record<string, string | null>,
  children: Array<RootContent>,
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === null ? [] : [{ type: 'mdxJsxAttribute' as const, name: key, value }],
    ),
    // Which nodes may stand where was settled by the checks; mdast's types draw the line elsewhere.
    children: children as MdxJsxFlowElement['children'],
  }
}
