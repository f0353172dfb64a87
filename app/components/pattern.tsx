import type { PatternView } from './views.ts'

/** What the decisions with a trade-off have in common, in one sentence. Only its two dimensions have a hue. */
export function Pattern({ pattern }: { pattern: PatternView }) {
  return (
    <p className="pull">
      {pattern.map(({ text, dimension }, place) => (
        <span key={place} className={dimension ?? undefined}>
          {text}
        </span>
      ))}
    </p>
  )
}
