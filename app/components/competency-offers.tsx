import { EstimateMark, IntervalLine } from './estimate-mark.tsx'
import type { OfferView } from './plan-views.ts'
import { estimateText } from './scale.ts'

/** So many are shown at once; the others open. */
const FIRST = 6

/** What the profile says of each competency, to choose from. */
export function CompetencyOffers({ offers }: { offers: ReadonlyArray<OfferView> }) {
  const rest = offers.slice(FIRST)
  return (
    <>
      <OfferList offers={offers.slice(0, FIRST)} />
      {rest.length > 0 && (
        <details className="more-of">
          <summary>The other {rest.length}</summary>
          <OfferList offers={rest} />
        </details>
      )}
    </>
  )
}

function OfferList({ offers }: { offers: ReadonlyArray<OfferView> }) {
  return (
    <ul className="offers">
      {offers.map((offer) => (
        <li key={offer.id}>
          <p className="name">{offer.name}</p>
          <svg
            className={offer.isClaimed ? undefined : 'unsure'}
            width="100%"
            height="24"
            role="img"
            aria-label={`${offer.dimension === 'execution' ? 'Execution' : 'Influence'}, estimate ${estimateText(offer)}`}
          >
            <line className="fifty" x1="50%" x2="50%" y1="0" y2="24" />
            <IntervalLine dimension={offer.dimension} estimate={offer} y={12} />
            <EstimateMark dimension={offer.dimension} t={offer.t} y={12} size={10} isHollow={!offer.isClaimed} />
          </svg>
          <p className={offer.isClaimed ? 'claim sure' : 'claim'}>
            {offer.claim} <span className="small">{offer.evidence}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
