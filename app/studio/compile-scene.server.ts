import { LRUCache } from 'lru-cache'
import type { Case, Scene } from '../../machines/case/case.ts'
import { compileCase } from '../cases/compile.server.ts'
import type { CompiledScene } from '../cases/compile.server.ts'

const compiledScenes = new LRUCache<string, CompiledScene>({ max: 200 })

/** Only the scene that is looked at is compiled: a whole case takes too long for every second in which something was typed. */
export async function compileScene(source: Case, scene: Scene, slug: string): Promise<CompiledScene> {
  const key = JSON.stringify([slug, scene])
  const known = compiledScenes.get(key)
  if (known) return known
  const { scenes } = await compileCase({ ...source, scenes: [scene] }, (src) => draftImageUrl(slug, src))
  const compiled = scenes[scene.id]
  if (!compiled) throw new Error(`Expected scene "${scene.id}" to be compiled`)
  compiledScenes.set(key, compiled)
  return compiled
}

function draftImageUrl(slug: string, src: string): string {
  return `/teach/cases/${slug}/images/${src.split('/').map(encodeURIComponent).join('/')}`
}
