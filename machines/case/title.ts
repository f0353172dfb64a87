import { splitFrontMatter } from './parse/front-matter.ts'
import { readYaml } from './parse/yaml-data.ts'

/** Pure. The title that a source gives itself, whatever else is wrong with it; null where there is none. */
export function titleIn(text: string): string | null {
  const { yaml, yamlLine } = splitFrontMatter(text, ignore)
  const data = yaml === null ? null : readYaml(yaml, yamlLine, ignore)?.data
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'title')) return null
  const title: unknown = Reflect.get(data, 'title')
  return typeof title === 'string' && title.trim() !== '' ? title : null
}

function ignore(): void {}
