import type { SimulationView } from './score-views.ts'

/** On a narrow page a row becomes a block, and each figure says what it is. */
const HEADS = {
  naive: 'Plain points: correlation, error, false “exposed”',
  best: 'Best picks only: correlation, error, interval holds',
  both: 'Best and worst picks: correlation, error, interval holds',
  leaning: 'Claims from 80% on: made, false',
  sure: 'Claims from 90% on: made, false',
}

/** What simulated learners, whose true competence is known, show of the model. */
export function SimulationTable({ simulation }: { simulation: SimulationView }) {
  return (
    <>
      <div className="numbers">
        <table>
          <caption>
            {simulation.learners.toLocaleString('en-GB')} simulated learners. Correlation with the truth; typical error
            in units of the model (0.45 is 10 points of the scale); how often the 90% interval holds the truth; and how
            many claims are made, and how many of those are false.
          </caption>
          <thead>
            <tr>
              <th scope="col">Cases played</th>
              <th scope="col">{HEADS.naive}</th>
              <th scope="col">{HEADS.best}</th>
              <th scope="col">{HEADS.both}</th>
              <th scope="col">{HEADS.leaning}</th>
              <th scope="col">{HEADS.sure}</th>
            </tr>
          </thead>
          <tbody>
            {simulation.rows.map(({ cases, naive, bestOnly, bestAndWorst, leaning, sure }) => (
              <tr key={cases}>
                <th scope="row">
                  {cases}
                  <span className="only-narrow">{cases === 1 ? ' case played' : ' cases played'}</span>
                </th>
                <td data-label={HEADS.naive}>
                  {joined(naive.r.toFixed(2), naive.rmse.toFixed(2), percent(naive.false))}
                </td>
                <td data-label={HEADS.best}>
                  {joined(bestOnly.r.toFixed(2), bestOnly.rmse.toFixed(2), percent(bestOnly.cover))}
                </td>
                <td data-label={HEADS.both}>
                  {joined(bestAndWorst.r.toFixed(2), bestAndWorst.rmse.toFixed(2), percent(bestAndWorst.cover))}
                </td>
                <td data-label={HEADS.leaning}>{joined(percent(leaning.claimed), percent(leaning.false))}</td>
                <td data-label={HEADS.sure}>{joined(percent(sure.claimed), percent(sure.false))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="numbers">
        <table>
          <caption>
            Where an assumption of the model is wrong: error, and how often the interval holds the truth.
          </caption>
          <thead>
            <tr>
              <th scope="col">What is wrong</th>
              {simulation.checkpoints.map((cases) => (
                <th key={cases} scope="col">
                  {casesText(cases)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {simulation.conditions.map(({ name, accuracies }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {accuracies.map(({ rmse, cover }, place) => (
                  <td key={simulation.checkpoints[place]} data-label={casesText(simulation.checkpoints[place] ?? 0)}>
                    {joined(rmse.toFixed(2), percent(cover))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function casesText(cases: number): string {
  return cases === 1 ? '1 case' : `${cases} cases`
}

function joined(...parts: Array<string>): string {
  return parts.join(', ')
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
