import { LRUCache } from 'lru-cache'
import type { Case, Scene } from '../../machines/case/case.ts'
import { compileCase } from '../cases/compile.server.ts'
import type { CompiledScene } from '../cases/compile.server.ts'
import type { DraftShown, ScenePreview } from '../components/studio-views.ts'
import type { Services } from '../http/context.ts'
import { checkSource } from './check-source.server.ts'
import { draftMap } from './draft-map.ts'
import type { StudioCase } from './require-case.server.ts'
import { scenePreview, titleOf } from './scene-preview.ts'
import { statsView } from './stats-view.ts'

/** What comes of a draft as it is saved: its problems, figures and map, and the asked scene, or else the first. */
export async function showDraft(
  { slug, source, images, revision }: StudioCase,
  asked: string | null,
  { checker }: Services,
): Promise<DraftShown> {
  const checked = await checkSource(source, images, checker)
  const { title, problems, stats } = checked
  const known = { revision, title, problems, stats: stats && statsView(stats) }
  if (checked.case === null) return { ...known, scene: null, scenes: [], map: null }
  const { scenes } = checked.case
  return {
    ...known,
    scene: await previewOf(checked.case, asked, slug),
    scenes: scenes.map((scene) => ({ id: scene.id, title: titleOf(scene) })),
    map: draftMap(checked.case),
  }
}

async function previewOf(source: Case, asked: string | null, slug: string): Promise<ScenePreview | null> {
  const { scenes, start } = source
  const scene =
    scenes.find(({ id }) => id === asked) ?? scenes.find(({ id }) => id === start) ?? scenes.find(() => true)
  if (!scene) return null
  return scenePreview(source, scene, await compileScene(source, scene, slug))
}

const compiledScenes = new LRUCache<string, CompiledScene>({ max: 200 })

/** Only the scene that is looked at is compiled: a whole case takes too long for every second in which something was typed. */
async function compileScene(source: Case, scene: Scene, slug: string): Promise<CompiledScene> {
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
