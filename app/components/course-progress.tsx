import type { CourseCaseStatus, CourseModuleView } from './course-views.ts'

const CELL = 28
const GAP = 4
const BETWEEN = 12

/** One cell a case, module by module: full is done, half is under way, outlined in ink is open, hollow is still locked. */
export function CourseProgressBar({ modules, text }: { modules: ReadonlyArray<CourseModuleView>; text: string }) {
  const cells = modules.flatMap(({ cases }, module) => cases.map(({ status }) => ({ status, module })))
  const width = cells.length * CELL + (cells.length - 1) * GAP + (modules.length - 1) * BETWEEN
  return (
    <p className="course-progress">
      <svg viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden="true">
        {cells.map(({ status, module }, place) => (
          <Cell key={place} status={status} x={place * (CELL + GAP) + module * BETWEEN} width={CELL} height={12} />
        ))}
      </svg>
      <span className="num">{text}</span>
    </p>
  )
}

/** The same mark beside a case; the words stand by. */
export function StatusMark({ status }: { status: CourseCaseStatus }) {
  return (
    <svg className="status-mark" viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <Cell status={status} x={0} width={18} height={18} />
    </svg>
  )
}

type CellProps = { status: CourseCaseStatus; x: number; width: number; height: number }

function Cell({ status, x, width, height }: CellProps) {
  return (
    <g className={`cell ${status}`}>
      <rect x={x + 1} y="1" width={width - 2} height={height - 2} />
      {status === 'under-way' && <rect className="part" x={x + 1} y="1" width={(width - 2) / 2} height={height - 2} />}
    </g>
  )
}
