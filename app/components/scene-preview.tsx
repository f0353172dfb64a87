import { CaseHtml } from './case-html.tsx'
import { RatingMarks } from './rating-marks.tsx'
import type { SceneLink } from './scene-link.ts'
import type { PreviewOption, PreviewPlace, ScenePreview as View } from './studio-views.ts'

type ScenePreviewProps = { view: View; toScene: SceneLink }

/** A scene as a learner reads it, with what only its author sees: ratings, reasons and where each option leads. */
export function ScenePreview({ view, toScene }: ScenePreviewProps) {
  const { scene, exit, language } = view
  return (
    <article className="preview" aria-label={`Preview of ${scene.title}`}>
      {scene.when !== null && (
        <p className="kicker" lang={language}>
          {scene.when}
        </p>
      )}
      <h3 lang={language}>{scene.title}</h3>
      {scene.html !== '' && <CaseHtml html={scene.html} lang={language} />}
      {exit.kind === 'next' && <Ways ways={exit.ways} toScene={toScene} />}
      {exit.kind === 'ending' && (
        <div className="ending">
          <p className="kicker">Ending, {exit.outcome}</p>
          <h4 lang={language}>{exit.title}</h4>
          <CaseHtml html={exit.html} lang={language} />
          {exit.reflections.map((html) => (
            <CaseHtml key={html} className="prose asked" html={html} lang={language} />
          ))}
        </div>
      )}
      {exit.kind === 'decision' && (
        <>
          <CaseHtml className="question" html={exit.questionHtml} lang={language} />
          <ol className="options-read">
            {exit.options.map((option) => (
              <Option key={option.id} option={option} language={language} toScene={toScene} />
            ))}
          </ol>
        </>
      )}
    </article>
  )
}

type OptionProps = { option: PreviewOption; language: string; toScene: SceneLink }

function Option({ option, language, toScene }: OptionProps) {
  return (
    <li>
      <CaseHtml className="option-text" html={option.html} lang={language} />
      <RatingMarks ratings={option.ratings} />
      <details>
        <summary>What follows, and why</summary>
        {option.outcomeHtml !== null && <CaseHtml html={option.outcomeHtml} lang={language} />}
        {option.becauseHtml !== null && (
          <CaseHtml className="prose because" html={option.becauseHtml} lang={language} />
        )}
        <p>
          Leads to <a {...toScene(option.leadsTo.id)}>{option.leadsTo.title}</a>
        </p>
      </details>
    </li>
  )
}

function Ways({ ways, toScene }: { ways: Array<PreviewPlace>; toScene: SceneLink }) {
  return (
    <p className="small">
      Goes on to{' '}
      {ways.map((place, index) => (
        <span key={JSON.stringify([index, place.id])}>
          {index > 0 && ' or '}
          <a {...toScene(place.id)}>{place.title}</a>
        </span>
      ))}
    </p>
  )
}
