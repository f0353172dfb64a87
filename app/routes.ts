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
  route('courses', 'routes/courses.tsx'),
  route('courses/:slug', 'routes/course.tsx'),
  route('courses/:slug/plan', 'routes/plan.tsx'),
  route('profile', 'routes/profile.tsx'),
  route('role', 'routes/role.tsx'),
  route('how-it-scores', 'routes/how-it-scores.tsx'),
  route('images/:hash/*', 'routes/image.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
