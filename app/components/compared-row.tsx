import { RunSceneText, SceneTitle } from './run-scene.tsx'
import type { ComparedRow, RunScene } from './what-if-views.ts'

type RowProps = { row: ComparedRow; language: string }

const MARKS = { parting: 'Here they part', meeting: 'Here they meet again', between: null }

/** What the two runs saw at about the same time: beside each other where there is room, else one under the other. */
export function ComparedRowItem({ row, language }: RowProps) {
  const { place, own, other, isSameScene, isSame } = row
  const isOpen = place === 'parting'
  return (
    <li className={place}>
      {place !== 'between' && <Turn place={place} />}
      {isSameScene && own !== null && <SceneTitle scene={own} language={language} />}
      <div className="pair">
        {isSame && own !== null ? (
          <div className="run both">
            <p className="run-label">Both runs</p>
            <RunSceneText scene={own} language={language} isOpen={isOpen} />
          </div>
        ) : (
          <>
            <Run label="Your run" className="run own" scene={own} language={language} {...{ isSameScene, isOpen }} />
            <Run label="What if" className="run other" scene={other} language={language} {...{ isSameScene, isOpen }} />
          </>
        )}
      </div>
    </li>
  )
}

type RunProps = {
  label: string
  className: string
  scene: RunScene | null
  language: string
  isSameScene: boolean
  isOpen: boolean
}

function Run({ label, className, scene, language, isSameScene, isOpen }: RunProps) {
  if (scene === null) return null
  return (
    <div className={className}>
      <p className="run-label">
        {label}
        {scene.choice !== null && ` · decision ${scene.choice.number}`}
      </p>
      {!isSameScene && <SceneTitle scene={scene} language={language} />}
      <RunSceneText scene={scene} language={language} isOpen={isOpen} />
    </div>
  )
}

/** One line that becomes two, or two that become one. */
function Turn({ place }: { place: 'parting' | 'meeting' }) {
  return (
    <p className="turn">
      <svg width="30" height="18" viewBox="0 0 30 18" aria-hidden="true">
        {place === 'parting' ? (
          <>
            <path d="M0 4h30" />
            <path className="other" d="M8 4c6 0 6 11 12 11h10" />
          </>
        ) : (
          <>
            <path d="M0 4h30" />
            <path className="other" d="M0 15h10c6 0 6-11 12-11" />
          </>
        )}
      </svg>
      {MARKS[place]}
    </p>
  )
}
