import { TableScroll } from './table-scroll.tsx'
import type { HeatCell, HeatView } from './report-views.ts'

/** What a group takes of what is on offer, by competency and case. */
export function HeatTable({ heat: { cases, groups, standsOut } }: { heat: HeatView }) {
  return (
    <div className="heat-grid">
      <div>
        <TableScroll label="Competencies by case">
          <table className="heat">
            <caption className="vh">Share of the attainable, in per cent, by competency and case</caption>
            <thead>
              <tr>
                <th scope="col">
                  Case
                  <br />
                  <span className="small">Learners</span>
                </th>
                {cases.map(({ number, title, learners }) => (
                  <th key={number} scope="col">
                    <span aria-hidden="true">{number}</span>
                    <span className="vh">{title}</span>
                    <br />
                    <span className="small">{learners}</span>
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ dimension, rows }) => (
              <tbody key={dimension}>
                <tr className="group">
                  <th scope="rowgroup" colSpan={cases.length + 1} className={dimension}>
                    {dimension === 'execution' ? 'Execution' : 'Influence'}
                  </th>
                </tr>
                {rows.map(({ name, cells }) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    {cells.map((cell, place) => (
                      <Cell key={cases[place]?.number} cell={cell} dimension={dimension} />
                    ))}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </TableScroll>
        <Legend />
        <ol className="heat-cases small">
          {cases.map(({ number, title }) => (
            <li key={number}>
              {number} {title}
            </li>
          ))}
        </ol>
      </div>
      {standsOut.length > 0 && (
        <div className="stands">
          <h3>What stands out</h3>
          <ul>
            {standsOut.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

function Cell({ cell, dimension }: { cell: HeatCell; dimension: 'execution' | 'influence' }) {
  switch (cell.kind) {
    case 'share':
      return (
        <td className={`${dimension}-${cell.step}`}>
          {cell.isRough && (
            <>
              <span aria-hidden="true">~</span>
              <span className="vh">about </span>
            </>
          )}
          {cell.percent}
        </td>
      )
    case 'few':
      return <td className="none">&lt; 10</td>
    case 'hidden':
      return (
        <td className="none">
          –<span className="vh">not shown</span>
        </td>
      )
    case 'none':
      return (
        <td className="none">
          <span aria-hidden="true">·</span>
          <span className="vh">not asked</span>
        </td>
      )
  }
}

function Legend() {
  return (
    <p className="heat-legend small">
      {(['execution', 'influence'] as const).map((dimension) => (
        <span key={dimension} className="swatches" aria-hidden="true">
          {[1, 2, 3, 4].map((step) => (
            <i key={step} className={`${dimension}-${step}`} />
          ))}
        </span>
      ))}
      <span>under 45, to 60, to 75, above</span>
      <span>
        A dot: the case does not ask for it. A wave: rounded, and a dash: not shown, since it would tell of too few.
      </span>
    </p>
  )
}
