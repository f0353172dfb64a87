import { index, route } from '@remix-run/route-config'
import type { RouteConfig } from '@remix-run/route-config'

export default [
  index('routes/home.tsx'),
  route('home', 'routes/learner-home.tsx'),
  route('commitments/:id', 'routes/commitment.tsx'),
  route('settings', 'routes/settings.tsx'),
  route('reminders/confirm', 'routes/confirm-reminders.tsx'),
  route('reminders/off', 'routes/reminders-off.tsx'),
  route('cases', 'routes/cases.tsx'),
  route('cases/:slug', 'routes/case.tsx'),
  route('attempts/:id', 'routes/attempt.tsx'),
  route('attempts/:id/debrief', 'routes/debrief.tsx'),
  route('profile', 'routes/profile.tsx'),
  route('role', 'routes/role.tsx'),
  route('how-it-scores', 'routes/how-it-scores.tsx'),
  route('images/:hash/*', 'routes/image.tsx'),
  route('teach/cases', 'routes/studio-cases.tsx'),
  route('teach/cases/:slug', 'routes/studio-case.tsx'),
  route('teach/cases/:slug/draft', 'routes/studio-draft.tsx'),
  route('teach/cases/:slug/preview', 'routes/studio-preview.tsx'),
  route('teach/cases/:slug/images', 'routes/studio-images.tsx'),
  route('teach/cases/:slug/images/*', 'routes/studio-image.tsx'),
  route('teach/cases/:slug/versions', 'routes/studio-versions.tsx'),
  route('teach/cases/:slug/playtest', 'routes/studio-playtest.tsx'),
  route('teach/cases/:slug/rate', 'routes/studio-rate.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
