import { Form, Link, useNavigation } from '@remix-run/react'
import { TableScroll } from './table-scroll.tsx'
import { StudioNav } from './studio-nav.tsx'
import type { PlaytestPage, PlaytestView } from './studio-views.ts'

type PlaytestProps = { page: PlaytestPage; bounds: { least: number; most: number } }

/** What simulated learners make of a draft. */
export function Playtest({ page, bounds }: PlaytestProps) {
  const { slug, title, runs, result, errors } = page
  const isPlaying = useNavigation().state !== 'idle'
  return (
    <>
      <header className="bar">
        <div>
          <p className="kicker">Studio · playtest</p>
          <h1>{title}</h1>
        </div>
      </header>
      <StudioNav slug={slug} here="playtest" />
      <p className="prose">
        Simulated learners of five abilities, from 0 (chance) to 2, and policies that do not read play the draft as it
        is saved. It shows which options and endings are met, and whether guessing pays.
      </p>
      {errors > 0 ? (
        <p className="notice">
          The draft has {errors} {errors === 1 ? 'error' : 'errors'}, so it can’t be played yet.{' '}
          <Link to={`/teach/cases/${slug}`}>Open the text</Link>
        </p>
      ) : (
        <Form method="get" className="playtest-form">
          <div className="field">
            <label htmlFor="runs">
              Plays of each{' '}
              <i>
                {bounds.least} to {bounds.most}
              </i>
            </label>
            <input
              id="runs"
              name="runs"
              type="number"
              min={bounds.least}
              max={bounds.most}
              required
              defaultValue={runs}
            />
          </div>
          <button className="button" aria-disabled={isPlaying ? true : undefined}>
            {isPlaying ? 'They are playing' : 'Play it'}
          </button>
        </Form>
      )}
      {result && <Result result={result} />}
    </>
  )
}

function Result({ result }: { result: PlaytestView }) {
  const { abilities, choices, endings, gains, recovered, missed } = result
  return (
    <>
      {missed.length > 0 && (
        <ul className="notice missed">
          {missed.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <Table
        title="Gain above chance, as a share of what can be gained"
        head={['Who plays', 'Gain', 'Endings met']}
        endsInWords
        rows={gains.map(({ name, gain, endings: met }) => ({ key: name, cells: [name, gain, met] }))}
      />
      <Table
        title="Endings, by ability"
        head={['Ending', ...abilities]}
        rows={endings.map(({ id, shares }) => ({ key: id, cells: [id, ...shares] }))}
      />
      <Table
        title="Choices of those who met the decision, by ability"
        head={['Option', ...abilities]}
        rows={choices.flatMap(({ decision, met, options }) => [
          { key: decision, cells: [decision, ...met], isHead: true },
          ...options.map(({ id, shares }) => ({ key: `${decision} ${id}`, cells: [id, ...shares] })),
        ])}
      />
      <Table
        title="What the scores of one play recover: mean estimate, 90% interval, and how often it holds"
        head={['True ability', 'Execution', 'Influence']}
        rows={recovered.map(({ ability, execution, influence }) => ({
          key: ability,
          cells: [ability, execution, influence],
        }))}
      />
    </>
  )
}

type TableProps = {
  title: string
  head: Array<string>
  rows: Array<{ key: string; cells: Array<string>; isHead?: boolean }>
  /** The last column holds a list in words. */
  endsInWords?: boolean
}

function Table({ title, head, rows, endsInWords = false }: TableProps) {
  const kindOf = (index: number) => (index === 0 || (endsInWords && index === head.length - 1) ? undefined : 'num')
  return (
    <TableScroll label={title}>
      <table className="playtest-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={cell} scope="col" className={kindOf(index)}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...rest], isHead }) => (
            <tr key={key} className={isHead ? 'of-decision' : undefined}>
              <th scope="row">{name}</th>
              {rest.map((cell, index) => (
                <td key={JSON.stringify([index, cell])} className={kindOf(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}
