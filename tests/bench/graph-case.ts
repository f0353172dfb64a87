const RATINGS = [
  [4, 1],
  [1, 4],
  [0, 0],
]

/**
 * The source of a case with so many scenes, three choices in each and three variables. Two choices lead to the next scene and
 * one past it, each variable runs from 0 to 3, and every seventh scene asks for one of them.
 */
export function longCaseSource(scenes: number): string {
  const parts = [
    '---\ntitle: A long case\nsummary: A case of many scenes.\nrole: Lead\nlevel: middle\nsetting: A long week\nminutes: 60\n',
    'state:\n  trust: { start: 0, min: 0, max: 3 }\n  time: { start: 3, min: 0, max: 3 }\n  asked: false\n---\n',
  ]
  for (let scene = 0; scene < scenes; scene += 1) parts.push(sceneSource(scene, scenes))
  parts.push(`<Scene id="s${scenes}">\n<Ending id="done" outcome="mixed">\nThe week is over.\n</Ending>\n</Scene>\n`)
  return parts.join('\n')
}

function sceneSource(scene: number, scenes: number): string {
  const effects = ['trust: trust + 1', 'time: time - 1', 'asked: !asked']
  const choices = effects.map((effect, index) => {
    const [execution, influence] = RATINGS[index] ?? []
    const goto = Math.min(scenes, index === 2 ? scene + 2 : scene + 1)
    const condition = scene % 7 === 0 && index === 2 ? ' if={trust > 0 || asked}' : ''
    return (
      `<Choice id="c${index}" goto="s${goto}" execution={${execution}} influence={${influence}}${condition} set={{ ${effect} }}>\n` +
      `Take up the matter with the people who know it best number ${index}.\n<Because>It helps in its way.</Because>\n</Choice>\n`
    )
  })
  return (
    `<Scene id="s${scene}">\n\nIt is Monday and the release is late again.\n\n` +
    `<Decision execution="delegation" influence="trust">\n\nWhat do you do?\n\n${choices.join('\n')}\n</Decision>\n</Scene>\n`
  )
}

/** The source of a case with so many booleans, each of which may be switched at any time: far more states than can be tried. */
export function manyStatesSource(booleans: number): string {
  const names = Array.from({ length: booleans }, (_, index) => `b${index}`)
  const scenes = names.map((name, index) => {
    const goto = `s${(index + 1) % booleans}`
    return (
      `<Scene id="s${index}">\n<Decision>\nWhat now?\n<Choice id="switch" goto="${goto}" set={{ ${name}: !${name} }}>\nSwitch it.\n</Choice>\n` +
      `<Choice id="leave" goto="${goto}">\nLeave it.\n</Choice>\n<Choice id="stop" goto="end" if={${name}}>\nStop.\n</Choice>\n</Decision>\n</Scene>\n`
    )
  })
  return [
    '---\ntitle: Many states\nsummary: A case of many states.\nrole: Lead\nlevel: middle\nsetting: A week\nminutes: 5',
    `state: { ${names.map((name) => `${name}: false`).join(', ')} }\n---\n`,
    ...scenes,
    '<Scene id="end">\n<Ending id="done" outcome="mixed">\nIt is over.\n</Ending>\n</Scene>\n',
  ].join('\n')
}
