import type { Place } from '../case.ts'
import type { Rule } from '../problem.ts'
import type { Context } from './context.ts'
import type { Element } from './element.ts'
import { childrenNamed, optionalText, placeOf } from './element.ts'

/** The ids of a file. A set is null where something in the file was refused that may have had the id in question. */
type Names = {
  scenes: ReadonlySet<string> | null
  decisions: ReadonlyMap<string, { choices: ReadonlySet<string> | null }> | null
}

/**
 * Pure. Checks that ids are unique and that what is pointed to is there: `scene/duplicate-id`, `decision/duplicate-id`,
 * `ending/duplicate-id`, `choice/unknown-target`, `next/unknown-target`, `scene/unknown-start`, and `expression/unknown-name`
 * for what conditions mention. `isIncomplete` says whether something at the top of the file was refused.
 */
export function checkReferences(
  scenes: ReadonlyArray<Element>,
  isIncomplete: boolean,
  start: { id: string; place: Place } | null,
  context: Context,
): void {
  checkDuplicates(scenes, context)
  const names = namesIn(scenes, isIncomplete)
  if (start && names.scenes && !names.scenes.has(start.id)) {
    context.report('scene/unknown-start', start.place, `\`start\`: there is no scene \`${start.id}\``)
  }
  for (const scene of scenes) {
    const choices = childrenNamed(scene, 'Decision').flatMap((decision) => childrenNamed(decision, 'Choice'))
    for (const choice of choices) checkTarget('choice/unknown-target', choice, names, context)
    for (const way of childrenNamed(scene, 'Next')) checkTarget('next/unknown-target', way, names, context)
  }
  checkMentions(names, context)
}

function checkTarget(rule: Rule, element: Element, { scenes }: Names, { report }: Context): void {
  const target = optionalText(element, 'goto')
  if (target === null || scenes === null || scenes.has(target)) return
  report(rule, placeOf(element, 'goto'), `there is no scene \`${target}\``)
}

function checkDuplicates(scenes: ReadonlyArray<Element>, { report }: Context): void {
  const seen = { scenes: new Set<string>(), decisions: new Set<string>(), endings: new Set<string>() }
  for (const scene of scenes) {
    const id = optionalText(scene, 'id')
    const isRepeated = id !== null && seen.scenes.has(id)
    if (isRepeated) report('scene/duplicate-id', placeOf(scene, 'id'), `there is a scene \`${id}\` before this one`)
    for (const decision of childrenNamed(scene, 'Decision')) {
      // The second of two scenes hands its id down to its decision: that is still one fault.
      const own = optionalText(decision, 'id') ?? (isRepeated ? null : id)
      if (own !== null && seen.decisions.has(own)) {
        report('decision/duplicate-id', placeOf(decision, 'id'), `there is a decision \`${own}\` before this one`)
      }
      if (own !== null) seen.decisions.add(own)
    }
    for (const ending of childrenNamed(scene, 'Ending')) {
      const own = optionalText(ending, 'id')
      if (own !== null && seen.endings.has(own)) {
        report('ending/duplicate-id', placeOf(ending, 'id'), `there is an ending \`${own}\` before this one`)
      }
      if (own !== null) seen.endings.add(own)
    }
    if (id !== null) seen.scenes.add(id)
  }
}

function namesIn(scenes: ReadonlyArray<Element>, isIncomplete: boolean): Names {
  const sceneIds = isIncomplete ? null : idsOf(scenes)
  if (sceneIds === null || scenes.some((scene) => scene.isIncomplete)) return { scenes: sceneIds, decisions: null }
  const decisions = scenes.flatMap((scene) =>
    childrenNamed(scene, 'Decision').map((decision): [string, { choices: Set<string> | null }] => [
      optionalText(decision, 'id') ?? optionalText(scene, 'id') ?? '',
      { choices: decision.isIncomplete ? null : idsOf(childrenNamed(decision, 'Choice')) },
    ]),
  )
  return { scenes: sceneIds, decisions: new Map(decisions) }
}

/** Null where one of them could not be read. */
function idsOf(elements: ReadonlyArray<Element>): Set<string> | null {
  const ids = elements.map((element) => optionalText(element, 'id')).filter((id) => id !== null)
  return ids.length === elements.length ? new Set(ids) : null
}

function checkMentions(names: Names, { mentions, report }: Context): void {
  for (const mention of mentions) {
    if (mention.kind === 'visited') {
      if (names.scenes === null || names.scenes.has(mention.scene)) continue
      report('expression/unknown-name', mention.place, `there is no scene \`${mention.scene}\``)
    } else {
      const decision = names.decisions?.get(mention.decision)
      if (names.decisions === null || decision?.choices === null || decision?.choices.has(mention.choice)) continue
      const message = decision
        ? `the decision \`${mention.decision}\` has no choice \`${mention.choice}\``
        : `there is no decision \`${mention.decision}\``
      report('expression/unknown-name', mention.place, message)
    }
  }
}
