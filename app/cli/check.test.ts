import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aCourseSource } from '../../tests/fixtures/course-makers.ts'
import { aFolder, runCommand } from '../../tests/setup/command.ts'
import { newCaseSource } from '../cases/new-case.ts'

const GOOD = newCaseSource('A hole in the rota')
const BAD = GOOD.replace('execution={4} influence={1} set', 'execution={7} influence={1} set')

const bounds = z.strictObject({ min: z.number().nullable(), max: z.number().nullable() })
const about = {
  file: z.string(),
  slug: z.string(),
  title: z.string().nullable(),
  hash: z.string(),
  errors: z.int(),
  warnings: z.int(),
  problems: z.array(
    z.strictObject({
      rule: z.string().regex(/^[a-z]+\/[a-z-]+$/),
      severity: z.enum(['error', 'warning']),
      line: z.int().min(1),
      column: z.int().min(1),
      message: z.string().min(1),
      hint: z.string().nullable(),
    }),
  ),
}
const stats = z.strictObject({
  scenes: z.int(),
  decisions: z.int(),
  choices: z.int(),
  endings: z.int(),
  states: z.int().nullable(),
  paths: z
    .string()
    .regex(/^(\d+|infinite)$/)
    .nullable(),
  decisionsPerPath: bounds,
  words: z.int(),
  minutesLongestPath: z.number().nullable(),
  information: z.strictObject({ execution: bounds, influence: bounds }),
  reachable: z.strictObject({ scenes: z.array(z.string()), endings: z.array(z.string()) }),
})
const report = z.strictObject({
  courses: z.array(z.strictObject(about)),
  cases: z.array(z.strictObject({ ...about, stats: stats.nullable() })),
})

async function checkJson(args: ReadonlyArray<string>, cwd: string) {
  const { status, stdout, stderr } = await runCommand(['check', '--json', ...args], { cwd })
  return { status, stderr, ...report.parse(JSON.parse(stdout)) }
}

describe('case check', { timeout: 120_000 }, () => {
  it('checks all of content where no path is given, and says nothing wrong with status 0', async () => {
    const cwd = aFolder({ 'content/cases/rota/index.mdx': GOOD, 'content/cases/second/index.mdx': GOOD })
    const { status, stderr, cases, courses } = await checkJson([], cwd)
    expect({ status, stderr, courses }).toEqual({ status: 0, stderr: '', courses: [] })
    expect(cases.map(({ file, slug, title, errors }) => ({ file, slug, title, errors }))).toEqual([
      { file: 'content/cases/rota/index.mdx', slug: 'rota', title: 'A hole in the rota', errors: 0 },
      { file: 'content/cases/second/index.mdx', slug: 'second', title: 'A hole in the rota', errors: 0 },
    ])
    expect(cases[0]?.stats).toMatchObject({ scenes: 6, decisions: 3, choices: 9, endings: 2, paths: '27' })
  })

  it('prints a problem as file:line:column rule message, with the line, a caret and its severity below', async () => {
    const cwd = aFolder({ 'rota/index.mdx': BAD })
    const { status, stdout, stderr } = await runCommand(['check', 'rota'], { cwd })
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    const line = BAD.split('\n').findIndex((text) => text.includes('{7}')) + 1
    const column = (BAD.split('\n')[line - 1] ?? '').indexOf('execution') + 1
    const [head, source, caret] = stdout.split('\n')
    expect(head).toBe(`rota/index.mdx:${line}:${column} choice/rating found the level 7, expected 0, 1, 2, 3 or 4`)
    expect(source).toMatch(new RegExp(`^ +${line} \\| <Choice id="drop-one"`))
    expect(caret?.indexOf('^')).toBe(source?.indexOf('execution'))
    expect(caret?.trimEnd()).toMatch(/\^ error$/)
    expect(stdout).toMatch(/\n1 file checked: 1 error, 0 warnings\n$/)
    expect(stdout).not.toContain('\u001B')
  })

  it('gives the title and every problem of a file with errors, but no stats', async () => {
    const { status, cases } = await checkJson(
      ['.'],
      aFolder({ 'rota/index.mdx': BAD.replace('goto="seven"', 'goto="eight"') }),
    )
    expect(status).toBe(1)
    expect(cases).toMatchObject([{ title: 'A hole in the rota', errors: 2, stats: null }])
    expect(cases[0]?.problems.map(({ rule }) => rule).sort()).toEqual(['choice/rating', 'choice/unknown-target'])
  })

  it('keeps the stats of a case whose only errors are of its graph', async () => {
    const stuck =
      GOOD.replace('<Next goto="done" />', '<Next goto="evening-again" />') +
      '\n<Scene id="evening-again">\n\nStill here.\n\n<Next goto="evening-again" />\n</Scene>\n'
    const { status, cases } = await checkJson(['rota/index.mdx'], aFolder({ 'rota/index.mdx': stuck }))
    expect(status).toBe(1)
    expect(cases[0]?.problems.map(({ rule }) => rule)).toContain('graph/no-ending')
    expect(cases[0]?.stats?.endings).toBe(2)
  })

  it('leaves the status at 0 for warnings alone, and turns them into failure with --strict', async () => {
    const cwd = aFolder({ 'rota/index.mdx': GOOD })
    const [lax, strict] = await Promise.all([
      runCommand(['check', 'rota'], { cwd }),
      runCommand(['check', 'rota', '--strict'], { cwd }),
    ])
    expect([lax.status, strict.status]).toEqual([0, 1])
    expect(lax.stdout).toMatch(/\^ warning/)
  })

  it('hashes the source without byte order mark and with LF line ends', async () => {
    const hash = createHash('sha256').update(GOOD).digest('hex')
    const files = {
      'a/index.mdx': GOOD,
      'b/index.mdx': `\uFEFF${GOOD.replaceAll('\n', '\r\n')}`,
      'c/index.mdx': GOOD.replaceAll('\n', '\r'),
    }
    const { cases } = await checkJson(['.'], aFolder(files))
    expect(cases.map((found) => found.hash)).toEqual([hash, hash, hash])
  })

  it('writes workflow commands for GitHub', async () => {
    const cwd = aFolder({ 'ro,ta:1%/index.mdx': BAD })
    const { status, stdout } = await runCommand(['check', '.', '--format', 'github'], { cwd })
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^::error file=ro%2Cta%3A1%25\/index\.mdx,line=\d+,col=\d+,title=choice\/rating::found the level 7[^\n]*\n$/,
    )
  })

  it('finds index.mdx below a folder, takes any .mdx file that is named, and each file once', async () => {
    const cwd = aFolder({
      'a/b/index.mdx': GOOD,
      'a/notes.mdx': GOOD,
      'a/node_modules/x/index.mdx': GOOD,
      'a/.git/index.mdx': GOOD,
    })
    const { cases } = await checkJson(['a', './a/b', 'a/notes.mdx'], cwd)
    expect(cases.map(({ file, slug }) => `${slug} ${file}`)).toEqual(['b a/b/index.mdx', 'a a/notes.mdx'])
  })

  it('takes a file whose folder stands in courses for a course, and checks it with the cases beside it', async () => {
    const course = aCourseSource({ modules: ['{ title: One, why: First., cases: [rota, broken, nowhere] }'] })
    const cwd = aFolder({
      'content/cases/rota/index.mdx': GOOD,
      'content/cases/broken/index.mdx': BAD,
      'content/courses/first/index.mdx': course,
      'content/courses/second/index.mdx': GOOD,
      'content/courses/third/index.mdx': aCourseSource({ modules: ['{ title: One, why: First., cases: [rota] }'] }),
    })
    const { status, courses } = await checkJson(['content/courses'], cwd)
    expect(status).toBe(1)
    expect(
      courses.map(({ slug, title, problems }) => [
        slug,
        title,
        problems.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      ]),
    ).toEqual([
      [
        'first',
        'A course',
        [
          'Expected a case without errors, found some in "broken"',
          'Expected a case beside the course, found none called "nowhere"',
        ],
      ],
      ['second', 'A hole in the rota', expect.arrayContaining(['the key `promise` is missing'])],
      ['third', 'A course', []],
    ])
    expect(courses[2]?.problems).toHaveLength(17)
    expect(courses[2]?.problems.every(({ rule }) => rule === 'course/coverage')).toBe(true)
  })

  it('prints a problem of a course as that of a case: with its line, and as a command for GitHub', async () => {
    const course = aCourseSource({ modules: ['{ title: One, why: First., cases: [rota, nowhere] }'] })
    const cwd = aFolder({ 'content/cases/rota/index.mdx': GOOD, 'content/courses/first/index.mdx': course })
    const [plain, github] = await Promise.all([
      runCommand(['check', 'content/courses'], { cwd }),
      runCommand(['check', 'content/courses', '--format', 'github'], { cwd }),
    ])
    const line = course.split('\n').findIndex((text) => text.includes('nowhere')) + 1
    const column = (course.split('\n')[line - 1] ?? '').indexOf('nowhere') + 1
    expect([plain.status, github.status]).toEqual([1, 1])
    expect(plain.stdout).toContain(
      `content/courses/first/index.mdx:${line}:${column} course/unknown-case Expected a case beside the course`,
    )
    expect(github.stdout).toContain(
      `::error file=content/courses/first/index.mdx,line=${line},col=${column},title=course/unknown-case::`,
    )
  })

  it('gives paths that are relative to where it runs', async () => {
    const folder = aFolder({ 'cases/a/index.mdx': GOOD, 'elsewhere/x.txt': '' })
    const { cases } = await checkJson([path.join(folder, 'cases')], path.join(folder, 'elsewhere'))
    expect(cases.map(({ file }) => file)).toEqual(['../cases/a/index.mdx'])
  })

  it('still checks the others where one path is wrong, and ends with status 2', async () => {
    const cwd = aFolder({ 'a/index.mdx': GOOD, 'empty/x.txt': '', 'notes.txt': '' })
    const { status, stderr, cases } = await checkJson(['a', 'nowhere', 'empty', 'notes.txt'], cwd)
    expect({ status, checked: cases.length }).toEqual({ status: 2, checked: 1 })
    expect(stderr.split('\n')).toEqual([
      'casewright check: nowhere: no such file or folder',
      'casewright check: empty: expected a folder with an index.mdx in it, found none',
      'casewright check: notes.txt: expected an .mdx file or a folder',
      '',
    ])
  })

  it('answers what is no file of text with one problem each', async () => {
    const cwd = aFolder({ 'good/index.mdx': GOOD, 'secret.mdx': GOOD, 'linked/x.txt': '', 'large/index.mdx': '' })
    mkdirSync(path.join(cwd, 'folder/index.mdx'), { recursive: true })
    mkdirSync(path.join(cwd, 'pipe'))
    execFileSync('mkfifo', [path.join(cwd, 'pipe/index.mdx')])
    symlinkSync('../secret.mdx', path.join(cwd, 'linked/index.mdx'))
    mkdirSync(path.join(cwd, 'broken'))
    symlinkSync('nowhere', path.join(cwd, 'broken/index.mdx'))
    mkdirSync(path.join(cwd, 'circle'))
    symlinkSync('index.mdx', path.join(cwd, 'circle/index.mdx'))
    truncateSync(path.join(cwd, 'large/index.mdx'), 50 * 1024 * 1024)
    symlinkSync(aFolder({ 'index.mdx': GOOD }), path.join(cwd, 'outside'))
    symlinkSync('good', path.join(cwd, 'again'))
    const { status, stderr, cases } = await checkJson(['.'], cwd)
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' })
    expect(
      Object.fromEntries(cases.map(({ slug, problems, errors }) => [slug, errors === 0 ? '' : problems[0]?.message])),
    ).toEqual({
      good: '',
      folder: 'found a folder, expected a file',
      pipe: 'found a pipe, expected a file',
      linked: 'the file is a link that leads out of its folder, expected a file in it',
      broken: "the file can't be read: no such file or folder",
      circle: "the file can't be read: its links go round in a circle",
      large: 'the file has 52428800 bytes, at most 1048576 are allowed',
      outside: 'the file stands in a link out of the folder that is searched, expected a folder in it',
    })
    expect(cases.filter(({ errors }) => errors > 0).map(({ problems }) => problems.length)).toEqual([
      1, 1, 1, 1, 1, 1, 1,
    ])
  })

  it.skipIf(process.getuid?.() === 0)('says so where there is no permission to read a file', async () => {
    const cwd = aFolder({ 'shut/index.mdx': GOOD })
    chmodSync(path.join(cwd, 'shut/index.mdx'), 0)
    const { cases } = await checkJson(['shut'], cwd)
    expect(cases[0]?.problems.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      "file/unreadable the file can't be read: no permission to read it",
    ])
  })

  it('takes images only from the folder of the case', async () => {
    const figure = (src: string) => GOOD.replace('The first trailer docks.', `<Figure src="${src}" alt="A plan" />`)
    const cwd = aFolder({
      'a/index.mdx': figure('plan/map.png'),
      'a/plan/map.png': 'x',
      'b/index.mdx': figure('map.png'),
      'map.png': 'x',
    })
    symlinkSync('../map.png', path.join(cwd, 'b/map.png'))
    const { cases } = await checkJson(['.'], cwd)
    expect(
      cases.map(({ problems }) => problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)),
    ).toEqual([[], ['mdx/missing-image']])
  })

  it('writes nothing to a terminal that a file or its name asked for', async () => {
    const name = 'od\u001B[31md'
    const cwd = aFolder({ [`${name}/index.mdx`]: GOOD.replace('id="monday"', 'id="\u001B]0;owned\u0007\u202E"') })
    const { stdout } = await runCommand(['check', '.'], { cwd })
    for (const character of ['\u001B', '\u0007', '\u202E']) expect(stdout).not.toContain(character)
    expect(stdout).toContain('od\\u{1b}[31md/index.mdx:')
  })

  it('ends quietly where nobody reads on', () => {
    const many = '---\ntitle: T\n---\n\n' + '<Nobody />\n\n'.repeat(2_000)
    const cwd = aFolder({ 'a/index.mdx': many, 'b/index.mdx': many })
    const program = path.resolve('app/cli/casewright.mjs')
    const command = `"${process.execPath}" "${program}" check . 2>errors | head -n 1; cat errors`
    const output = execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8' })
    expect(output).toMatch(/^a\/index\.mdx:1:1 frontmatter\/invalid [^\n]+\n$/)
  })
})
