import type { ErrorPageProps } from '../components/error-page.tsx'
import type { Standing } from '../components/views.ts'

/** Pure. For a case that was taken out of the library: whoever plays it finishes, and nothing that was decided is lost. */
export function withdrawnText({ underWay, ended }: Standing): ErrorPageProps {
  const [last] = ended
  return {
    title: 'This case was withdrawn',
    happened:
      'Its instructors took it out of the library, so nobody can start it for now. It may come back in a new version.',
    kept:
      underWay === null
        ? 'Whatever was decided in it is kept, and still counts.'
        : 'You have it under way. You can play it to its end, and it counts as before.',
    next: [
      ...(underWay === null ? [] : [{ label: 'Go on with it', to: `/attempts/${underWay.id}` }]),
      ...(last ? [{ label: 'Its debrief', to: `/attempts/${last.id}/debrief` }] : []),
      { label: 'See the cases', to: '/cases' },
    ],
  }
}
