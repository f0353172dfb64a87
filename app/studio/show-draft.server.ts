import type { Case } from '../../machines/case/case.ts'
import type { DraftShown, ScenePreview } from '../components/studio-views.ts'
import type { Services } from '../http/context.ts'
import { checkSource } from './check-source.server.ts'
import { compileScene } from './compile-scene.server.ts'
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
