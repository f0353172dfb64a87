import type { Definition, ImageReference, LinkReference, Nodes, Root } from 'mdast'
import type { Place } from '../case.ts'
import type { Context } from './context.ts'
import { readImagePath } from './images.ts'
import { isSafeLink } from './links.ts'
import { START_OF_FILE } from './report.ts'
import type { Visited } from './syntax.ts'
import { removeNode, visitBelow } from './syntax.ts'

const WITH_ADDRESS: ReadonlySet<string> = new Set(['link', 'linkReference', 'image', 'imageReference', 'definition'])

/**
 * Checks where the links and images of a tree lead: `mdx/unsafe-url`, `mdx/missing-alt`, `mdx/missing-image`. A link or image
 * by reference becomes one with the address in it, since the tree is about to be cut into scenes; its address is checked and
 * reported where it is defined.
 */
export function checkAddresses(tree: Root, context: Context): void {
  const all: Array<Visited> = []
  visitBelow(tree, START_OF_FILE, (visited) => {
    if (WITH_ADDRESS.has(visited.node.type)) all.push(visited)
  })
  for (const { node, place } of all) {
    if (node.type === 'link') checkLink(node.url, place, context)
    if (node.type === 'image') node.url = readImagePath(node.url, place, context)
    if (node.type === 'image' || node.type === 'imageReference') checkAlt(node.alt, place, context)
  }
  resolveReferences(all, context)
}

function checkLink(url: string, place: Place, { report }: Context): void {
  if (isSafeLink(url)) return
  const isPlainHttp = /^http:\/\//i.test(url)
  const hint = isPlainHttp
    ? 'write the address with https://'
    : 'allowed are https:, mailto: and a fragment such as #rota'
  report('mdx/unsafe-url', place, `a link may not lead to \`${url.slice(0, 80)}\``, hint)
}

function checkAlt(alt: string | null | undefined, place: Place, { report }: Context): void {
  if (alt?.trim()) return
  report('mdx/missing-alt', place, 'this image has no text', 'say in the square brackets what the picture shows')
}

function resolveReferences(all: ReadonlyArray<Visited>, context: Context): void {
  const definitions = findDefinitions(all)
  const imagePaths = new Map<Definition, string>()
  const linked = new Set<Definition>()
  for (const { node } of all) {
    if (!isReference(node)) continue
    const found = definitions.get(node.identifier)
    if (!found) continue
    const { definition, place } = found
    if (node.type === 'linkReference') {
      linked.add(definition)
      becomes(node, { type: 'link', title: definition.title ?? null, url: definition.url })
    } else {
      const url = imagePaths.get(definition) ?? readImagePath(definition.url, place, context)
      imagePaths.set(definition, url)
      becomes(node, { type: 'image', title: definition.title ?? null, url })
    }
  }
  for (const { node, parent, place } of all) {
    if (node.type !== 'definition') continue
    if (linked.has(node) || !imagePaths.has(node)) checkLink(node.url, place, context)
    // Outside of all scenes it stays, to be found misplaced.
    if (parent.type !== 'root') removeNode(parent, node)
  }
}

/** By identifier; the first of several counts. */
function findDefinitions(all: ReadonlyArray<Visited>): Map<string, { definition: Definition; place: Place }> {
  const definitions = new Map<string, { definition: Definition; place: Place }>()
  for (const { node, place } of all) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, { definition: node, place })
    }
  }
  return definitions
}

function isReference(node: Nodes): node is LinkReference | ImageReference {
  return node.type === 'linkReference' || node.type === 'imageReference'
}

function becomes(
  node: LinkReference | ImageReference,
  target: { type: string; title: string | null; url: string },
): void {
  for (const key of ['identifier', 'label', 'referenceType']) Reflect.deleteProperty(node, key)
  Object.assign(node, target)
}
